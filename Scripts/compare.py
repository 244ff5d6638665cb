"""Times Galley and its peers on the same files; called by Scripts/compare."""

import gzip
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

GALLEY = os.environ.get("GALLEY", ".build-release/release/galley")
ROUNDS = 3


def child_seconds(arguments, stdin=None):
    """CPU seconds of a program that is run to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(arguments, stdin=stdin, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def own_seconds(work):
    """CPU seconds of a call in this process."""
    before = time.process_time()
    work()
    return time.process_time() - before


def median(seconds):
    times = sorted(seconds() for _ in range(ROUNDS))
    return times[len(times) // 2]


def table(size, rows):
    """Prints MB per CPU second of every row, and how many times slower it is than the first."""
    first = rows[0][1]
    print(f"{size / 1e6:.1f} MB, median of {ROUNDS} runs\n")
    print(f"{'':32s} {'MB/CPU s':>10s} {'Galley is':>12s}")
    for name, seconds in rows:
        times = "" if name.startswith("galley") else f"{seconds / first:10.1f} x"
        print(f"{name:32s} {size / 1e6 / seconds:10.2f} {times:>12s}")


def compare_clean(megabytes):
    import ftfy
    from unstructured.cleaners.core import clean, group_broken_paragraphs

    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["Scripts/bench", "corpus", folder, str(megabytes)], check=True)
        paths = sorted(pathlib.Path(folder).glob("*.txt"))
        texts = [path.read_text("utf-8") for path in paths]
        whole = pathlib.Path(folder, "whole.text")
        whole.write_text("\n".join(texts), "utf-8")
        # Start-up is measured on an almost empty file and taken out.
        blank = pathlib.Path(folder, "blank.text")
        blank.write_text("one line\n")
        start = median(lambda: child_seconds([GALLEY, "clean", str(blank)]))
        program = median(lambda: child_seconds([GALLEY, "clean", str(whole)])) - start
        # The peers are functions: text in memory in, text in memory out.
        alone = float(
            subprocess.run(
                ["Scripts/bench", "cleaning", *map(str, paths)], check=True, stdout=subprocess.PIPE
            ).stdout
        )
        peers = [
            ("ftfy.fix_text", lambda: [ftfy.fix_text(text) for text in texts]),
            (
                "unstructured clean + group",
                lambda: [
                    clean(group_broken_paragraphs(text), extra_whitespace=True) for text in texts
                ],
            ),
        ]
        rows = [("galley", alone), ("galley clean, file to output", program)]
        rows += [(name, median(lambda: own_seconds(work))) for name, work in peers]
        table(whole.stat().st_size, rows)


def load_pages(folder):
    for path in sorted(pathlib.Path(folder).iterdir()):
        if path.name.endswith(".html"):
            yield path.read_bytes()
        elif path.name.endswith(".html.gz"):
            yield gzip.decompress(path.read_bytes())


def page_peers():
    import trafilatura
    import turbohtml
    from readability import Document
    from resiliparse.extract.html2text import extract_plain_text
    from selectolax.lexbor import LexborHTMLParser

    return [
        ("trafilatura", trafilatura.extract),
        ("trafilatura, fast", lambda page: trafilatura.extract(page, fast=True)),
        ("readability-lxml", lambda page: Document(page).summary()),
        ("resiliparse", lambda page: extract_plain_text(page, main_content=True)),
        ("turbohtml", lambda page: turbohtml.parse(page).main_text()),
        ("selectolax, all text", lambda page: LexborHTMLParser(page).body.text()),
    ]


def quietly(extract, pages):
    """A peer that fails on a page is still timed for the others."""
    for page in pages:
        try:
            extract(page)
        except Exception:  # noqa: BLE001
            pass


def compare_html(source):
    pages = list(load_pages(source))
    if not pages:
        sys.exit(f"no .html or .html.gz files in {source}")
    texts = [page.decode("utf-8", "replace") for page in pages]
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, page in enumerate(pages):
            path = pathlib.Path(folder, f"{number}.html")
            path.write_bytes(page)
            paths.append(str(path))
        listing = pathlib.Path(folder, "paths")
        listing.write_text("\n".join(paths) + "\n")
        empty = pathlib.Path(folder, "none")
        empty.write_text("")

        def run(file):
            with open(file) as stdin:
                return child_seconds([GALLEY, "parse", "--text", "--jsonl"], stdin)

        ours = median(lambda: run(listing)) - median(lambda: run(empty))
        rows = [("galley", ours)]
        rows += [
            (name, median(lambda: own_seconds(lambda: quietly(extract, texts))))
            for name, extract in page_peers()
        ]
        table(sum(map(len, pages)), rows)


if __name__ == "__main__":
    if sys.argv[1] == "clean":
        compare_clean(int(sys.argv[2]) if len(sys.argv) > 2 else 4)
    else:
        compare_html(sys.argv[2])
