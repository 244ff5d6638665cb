"""Runs of a store that leaves a sync out or takes steps in another order: the checker must find fault with each.

They are made from the trace of a sound run, so that there are some for whatever the store does.
"""
import os
from dataclasses import replace

from .disk import FOLDER, INFORMS
from .rules import news
from .trace import Call, Step


def mutants(steps, disk):
    """Descriptions and traces."""
    store = disk.root
    for call in needed_syncs(steps, disk.restarted()):
        rest = [step for step in steps if step.call is not call]
        yield f"without {call}", rest
        later = [other for other in calls(steps, after=call) if builds(other, call, store)]
        late = next((other for other in later if is_feed(other)), later[0] if later else None)
        if late:
            yield f"{call} after {late}", moved(steps, [call], after=late)
    yield from reorders(steps, store)
    yield from insertions(steps, store)


def calls(steps, after=None):
    every = [step.call for step in steps if not step.is_end]
    return every[every.index(after) + 1:] if after else every


def is_feed(call, kind="write"):
    return call.kind == kind and call.path.endswith("/changes.jsonl")


def is_report(call):
    """Whether somebody hears of something that was done."""
    return call.kind == "report" and (bool(news(call.data)) or not call.data.startswith(b"{"))


def builds(call, sync, store):
    """Whether a call may need what a sync before it has made durable: one by which others see something."""
    if is_report(call) or call.kind == "exit":
        return True
    # The feed's lines do not need one another.
    kinds = ("unlink",) if is_feed(sync, "sync") else ("rename", "unlink")
    is_change = call.kind in kinds or is_feed(call) and not is_feed(sync, "sync")
    is_aside = call.path.startswith((store + "/tmp/", store + "/index.sqlite", store + "/attempts"))
    return is_change and not is_aside


def needed_syncs(steps, disk):
    """Those that make something durable which no later one makes durable in time as well."""
    found = []
    for step in steps:
        call = step.call
        if not step.is_end or call.failed:
            continue
        if call.kind not in ("sync", "syncfs"):
            disk.apply(call)
            continue
        covered = disk.covered(call)
        work = {history for history in covered if not history.is_durable} & vital_histories(disk, call)
        for other in calls(steps, after=call):
            if builds(other, call, disk.root):
                break
            if other.kind in ("sync", "syncfs"):
                work -= set(disk.covered(other))
        if work:
            found.append(call)
        for history in covered:
            history.settle(history.end)
    return found


def vital_histories(disk, call):
    """Names and contents that documents depend on: not temporary names, nor files that only inform. A start's `syncfs`
    need not cover the mark and removals that a kill left: the mark is taken back, and removals are synced by themselves."""
    found = set()
    for path, history in disk.names.items():
        place = disk.place(path)
        is_mark = place == "lock" and call.path == path
        is_removal = history.now is None and call.kind == "syncfs"
        if place in INFORMS and not is_mark or is_removal:
            continue
        if not place.startswith("tmp/"):
            found.add(history)
        if history.now not in (None, FOLDER):
            found.add(disk.content(history.now))
    return found


def moved(steps, going, before=None, after=None):
    """The trace with some calls elsewhere, in their order."""
    steps_going = [step for step in steps if step.call in going]
    rest = [step for step in steps if step.call not in going]
    places = [index for index, step in enumerate(rest) if step.call is (before or after)]
    place = places[0] if before else places[-1] + 1
    return rest[:place] + steps_going + rest[place:]


def reorders(steps, store):
    every = calls(steps)

    def first(kind, folder, after=None):
        found = calls(steps, after) if after else every
        return next((call for call in found if call.kind == kind and call.path.startswith(f"{store}/{folder}")), None)

    line = next((call for call in every if is_feed(call)), None)
    told = line and next((call for call in calls(steps, line) if is_feed(call, "sync")), None)
    if not told:
        return
    last = [call for call in every if is_feed(call, "sync")][-1]
    record = first("rename", "records/")
    source = record and source_of(record, every)
    if source and record and every.index(source) < every.index(record) < every.index(line):
        yield "the record before its source", moved(steps, [record], before=source)
        yield "the feed before the records", moved(steps, [line, told], before=record)
        yield "the feed before the sources", moved(steps, [line, told], before=source)
        mark = [call for call in every if call.path == store + "/lock" and call.kind in ("write", "sync")]
        yield "the mark after the records", moved(steps, mark, after=record)
    unmark = first("truncate", "lock", after=last)
    if unmark:
        yield "the mark taken back before the feed is durable", moved(steps, [unmark], before=last)
    gone, blob = first("unlink", "records/", after=told), first("unlink", "blobs/", after=told)
    if gone and blob:
        yield "the removal before its line", moved(steps, [line, told], after=gone)
        yield "the source before the record", moved(steps, [blob], before=gone)
        yield "the removal is not told", [step for step in steps if step.call not in (line, told)]
    taken = next((call for call in calls(steps, told) if "/Inbox/" in (call.source or call.path)), None)
    if taken:
        yield "the Inbox before the feed", moved(steps, [taken], before=told)
    report = next((call for call in calls(steps, told) if is_report(call)), None)
    if report:
        yield "the report before the feed is durable", moved(steps, [report], before=told)


def source_of(record, every):
    """The rename that gave a record's source its name."""
    text = b"".join(call.data for call in every if call.kind == "write" and call.file == record.file)
    return next((call for call in every if call.kind == "rename" and "/blobs/" in call.path
                 and f'"sha256":"{os.path.basename(call.path)}"'.encode() in text), None)


def insertions(steps, store):
    """Calls that no store should make."""
    every = calls(steps)
    at = next((call for call in every if is_feed(call)), None)
    if not at:
        return

    def inserted(call):
        place = max(index for index, step in enumerate(steps) if step.call is at) + 1
        return steps[:place] + [Step(call, False), Step(call, True)] + steps[place:]

    for folder in ("records/", "blobs/"):
        named = next((call for call in every if call.kind == "rename" and call.path.startswith(f"{store}/{folder}")), None)
        if named:
            place = {"path": named.path, "file": named.file}
            yield f"a write in place in {folder}", inserted(Call("write", data=b"x", **place))
            yield f"a cut in place in {folder}", inserted(Call("truncate", size=1, **place))
            yield f"a removal in {folder}", inserted(Call("unlink", **place))
    yield "a cut in the feed", inserted(Call("truncate", at.path, at.file, size=10))
    yield "a removal of the feed", inserted(Call("unlink", at.path, at.file))
    yield "an unknown call", inserted(Call("unknown", at.path))
    torn = replace(at, appends=False)
    yield "the feed not appended to", [Step(torn, step.is_end) if step.call is at else step for step in steps]
