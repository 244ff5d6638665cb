"""The order in which the Store's calls must come, told from a trace and a model of what a power cut may leave.

After a power cut a disk may hold any part of what was not synced: of a file's bytes the old ones or the new, of a
folder's names each with or without the last changes, in any order (Pillai et al., "All File Systems Are Not Created
Equal", OSDI '14). So what a call builds upon must have been synced before it: a file's bytes by `fsync` of the file, a
name by `fsync` of its folder, and so on up to the Store; `syncfs` syncs all. A sync that failed has synced nothing, and
what it was for can't be synced any more: it has to be written anew.

    bytes       A file gets its name in blobs/ or records/, of the feed or of the attempts after its bytes are durable,
                and a blob's are those that its name says. Else a reader finds a torn file.
    source      A record gets its name after its source is durable, under its digest. Else it has no proof.
    told        The feed's line comes after the record and the source that it names are durable. Else it tells of what
                never happened.
    reported    Standard output hears of documents after all that was done for them is durable, the feed's lines too.
    forgotten   A record or a source is removed after the line that forgets it is durable, a source after no record that
                a power cut may bring back names it. Else the next start can't complete the removal, or a record lacks
                its source.
    marked      The lock's mark is durable before anything is published, and is taken back after all is durable. Else
                the next start does not look for what a crash left.
    in place    Nothing is written into a file in blobs/ or records/; the feed is appended to, and of it only a torn line
                and lines that were not made durable are cut. Else a reader sees halves.
    inbox       A file of the Inbox is moved or removed after its content is durable in the Store, and told.
    end         At a successful end all is durable.
    unknown     No call changes the Store in a way that these rules know nothing of.
"""
import hashlib
import json
import os

FOLDER = "folder"
# Files that only inform: what is lost of them costs time and no document.
INFORMS = ("seen", "watcher", "metrics.prom", "attempts", "lock")


class History:
    """What a power cut may leave of one thing, the oldest first; programs see the last."""

    def __init__(self, *values):
        self.values = list(values)
        self.lost = [False] * len(values)
        self.gone = 0  # values that a sync has made impossible

    @property
    def now(self):
        return self.values[-1]

    @property
    def is_durable(self):
        return len(self.values) == 1

    def change(self, value):
        self.values.append(value)
        self.lost.append(False)

    def lose(self, end):
        """A sync that began when `end` values had been has failed."""
        count = end - self.gone
        self.lost[1:count] = [True] * (count - 1)

    @property
    def end(self):
        return self.gone + len(self.values)

    def mapped(self, change):
        new = History(*map(change, self.values))
        new.lost = list(self.lost)
        return new

    def settle(self, end):
        """A sync that began when `end` values had been has come to its end."""
        count = end - self.gone
        if count > 1 and not self.lost[count - 1]:
            del self.values[:count - 1], self.lost[:count - 1]
            self.gone += count - 1


class Disk:
    def __init__(self, root, files=None):
        """`files`: what is safely on the disk, contents by absolute path, None for a folder; `root` is one of them."""
        self.root = root
        self.names = {path: History(FOLDER if data is None else path) for path, data in (files or {}).items()}
        self.contents = {path: History(data) for path, data in (files or {}).items() if data is not None}

    def restarted(self):
        """The same disk to the next process, which knows files by their paths."""
        paths = {history.now: path for path, history in self.names.items() if history.now not in (None, FOLDER)}

        def known(file):
            return file if file in (None, FOLDER) else paths.get(file, f"earlier {file}")

        disk = Disk(self.root)
        disk.names = {path: history.mapped(known) for path, history in self.names.items()}
        disk.contents = {known(file): history.mapped(lambda data: data) for file, history in self.contents.items()}
        return disk

    def place(self, path):
        """The path in the Store; empty for what is elsewhere, the archive being elsewhere wherever it lies."""
        inside = path.removeprefix(self.root + "/") if path.startswith(self.root + "/") else ""
        return "" if inside == "archive" or inside.startswith("archive/") else inside

    def visible(self):
        """What programs see: contents by absolute path, None for a folder."""
        names = {path: history.now for path, history in self.names.items() if history.now is not None}
        return {path: None if file == FOLDER else self.content(file).now for path, file in names.items()}

    def name(self, path):
        return self.names.setdefault(path, History(None))

    def content(self, file):
        return self.contents.setdefault(file, History(b""))

    def data(self, path):
        """What programs read; None where nothing is."""
        file = self.name(path).now
        return None if file in (None, FOLDER) else self.content(file).now

    def has_name(self, path):
        """Whether a power cut leaves the name as it is now."""
        while path.startswith(self.root):
            if not self.name(path).is_durable or self.name(path).now is None:
                return False
            path = os.path.dirname(path)
        return True

    def has(self, path):
        """Whether a power cut leaves the file as it is now."""
        return self.has_name(path) and self.content(self.name(path).now).is_durable

    def below(self, folder):
        return {path: history for path, history in self.names.items() if path.startswith(folder + "/")}

    def covered(self, call):
        """The histories that a sync makes durable."""
        if call.kind == "syncfs":
            return [*self.names.values(), *self.contents.values()]
        if self.name(call.path).now == FOLDER or call.path == os.path.dirname(self.root):
            return [history for path, history in self.names.items() if os.path.dirname(path) == call.path]
        return [self.content(call.file)]

    def apply(self, call):
        if call.kind == "create":
            self.name(call.path).change(call.file)
        elif call.kind == "mkdir":
            self.name(call.path).change(FOLDER)
        elif call.kind == "write":
            self.content(call.file).change(self.content(call.file).now + call.data)
        elif call.kind == "truncate":
            self.content(call.file).change(self.content(call.file).now[:call.size])
        elif call.kind == "rename":
            self.name(call.source).change(None)
            self.name(call.path).change(call.file)
        elif call.kind == "unlink":
            self.name(call.path).change(None)


class Checker:
    """Goes through the steps of a run; `violations` says which rule was broken, where."""

    def __init__(self, disk, inbox=None, reports=True):
        """`disk` at the run's beginning, which stays as it is. `inbox`: SHA-256 by absolute path. `reports`: whether
        the verb says that something is done only when it is durable."""
        self.store, self.inbox, self.reports = disk.root, inbox or {}, reports
        self.disk = disk.restarted()
        self.begun = {}  # by sync: the ends of what it covers
        self.violations = []

    def run(self, steps):
        for step in steps:
            call = step.call
            is_sync = call.kind in ("sync", "syncfs")
            if not step.is_end:
                getattr(self, "on_" + call.kind, lambda call: None)(call)
                if is_sync:
                    self.begun[call] = [(history, history.end) for history in self.disk.covered(call)]
            elif is_sync:
                covered = self.begun.pop(call)
                for history, end in covered if not call.failed else ():
                    history.settle(end)
                for history, end in covered if call.failed else ():
                    if history in self.disk.contents.values():
                        history.lose(end)
            elif not call.failed:
                self.disk.apply(call)
        return self.violations

    def need(self, holds, rule, call, why):
        if not holds:
            self.violations.append(f"{rule}: {why}; {call}")

    def blob(self, digest):
        return f"{self.store}/blobs/{digest[:2]}/{digest}"

    def record(self, name):
        return f"{self.store}/records/{name}.json"

    @property
    def feed(self):
        return self.disk.content(self.disk.name(self.store + "/changes.jsonl").now)

    def is_all_durable(self):
        return all(
            self.disk.has(path) if history.now not in (None, FOLDER) else history.is_durable
            for path, history in self.disk.below(self.store).items()
            if self.disk.place(path) and self.disk.place(path) not in INFORMS and not self.disk.place(path).startswith("tmp/"))

    def need_mark(self, call):
        lock = self.disk.name(self.store + "/lock")
        self.need(self.disk.has(self.store + "/lock") and self.disk.content(lock.now).now, "marked", call,
                  "the mark is not durable")

    def need_told(self, call, told):
        last = {change["id"]: change for change in told}
        for change in told:
            if change["change"] == "forgotten" or last[change["id"]]["change"] == "forgotten":
                continue
            self.need(self.disk.has(self.blob(change["source_sha256"])), "told", call,
                      f"the source of change {change['seq']} is not durable")
            path = self.record(change["id"])
            self.need(self.disk.has(path), "told", call, f"the record of change {change['seq']} is not durable")
            if change is last[change["id"]]:
                self.need(sha256(self.disk.data(path)) == change["record_sha256"], "told", call,
                          f"the record of change {change['seq']} is another one")

    def on_rename(self, call):
        if call.source in self.inbox:
            self.on_taken(call)
        place = self.disk.place(call.path)
        if place in ("seen", "metrics.prom") or not place:
            return
        content = self.disk.content(call.file)
        self.need(content.is_durable, "bytes", call, "the bytes are not durable")
        if place == "attempts":
            return
        self.need_mark(call)
        if place.startswith("blobs/"):
            self.need(call.path == self.blob(sha256(content.now)), "bytes", call, "the bytes are not those of the name")
        elif place.startswith("records/"):
            digest = source(content.now)
            self.need(digest, "bytes", call, "it is no whole record")
            self.need(digest and self.disk.has(self.blob(digest)), "source", call, "the source is not durable")
        elif place == "changes.jsonl":
            self.need_told(call, last_words(content.now))
        else:
            self.need(False, "unknown", call, "nothing has such a name")

    def on_write(self, call):
        place = self.disk.place(call.path)
        if place == "changes.jsonl":
            self.need(call.appends, "in place", call, "the feed is not appended to")
            self.need_mark(call)
            self.need_told(call, changes(call.data))
        elif place and place not in INFORMS:
            self.need(place.startswith("tmp/"), "in place", call, "a file that has its name is written")

    def on_truncate(self, call):
        place = self.disk.place(call.path)
        if place == "lock":
            self.need(self.is_all_durable(), "marked", call, "the mark is taken back before all is durable")
        elif place == "changes.jsonl":
            data = self.feed.now
            is_torn_end = call.size == data.rfind(b"\n") + 1
            is_taken_back = data[:call.size].endswith(b"\n") and call.size >= len(self.feed.values[0])
            self.need(is_torn_end or is_taken_back, "in place", call, "the feed loses lines that may be durable")
        elif place and place not in INFORMS:
            self.need(False, "in place", call, "a file that has its name is cut")

    def on_unlink(self, call):
        place = self.disk.place(call.path)
        if call.path in self.inbox:
            return self.on_taken(call)
        if not place or place.startswith(("tmp/", "index.sqlite")):
            return
        # The oldest feed that a power cut may leave says the least.
        ids, sources = forgotten(self.feed.values[0])
        name = os.path.basename(call.path)
        if place.startswith("records/"):
            self.need(name.removesuffix(".json") in ids, "forgotten", call, "no durable line forgets the document")
        elif place.startswith("blobs/"):
            self.need(name in sources, "forgotten", call, "no durable line forgets the source")
            for path, history in self.disk.below(self.store + "/records").items():
                versions = [self.disk.content(file).now for file in history.values if file]
                self.need(not any(name.encode() in version for version in versions), "forgotten", call,
                          f"a power cut may bring {os.path.basename(path)} back, which names the source")
        else:
            self.need(False, "unknown", call, "nothing of this name is ever removed")

    def on_taken(self, call):
        digest = self.inbox[call.source or call.path]
        self.need(self.disk.has(self.blob(digest)), "inbox", call, "the content is not durable in the Store")
        self.need(digest.encode() in self.feed.values[0], "inbox", call, "no durable line tells of it")

    def on_report(self, call):
        if self.reports:
            self.need(self.is_all_durable(), "reported", call, "it is told before it is durable")

    def on_exit(self, call):
        if call.path == "0":
            self.need(self.is_all_durable(), "end", call, "not all is durable")

    def on_unknown(self, call):
        self.need(False, "unknown", call, "a call that the rules know nothing of")


def sha256(data):
    return hashlib.sha256(data or b"").hexdigest()


def source(record):
    """The digest of a record's source; None where the record is not whole."""
    try:
        return json.loads(record)["source"]["sha256"]
    except (ValueError, KeyError):
        return None


def changes(feed):
    """The changes that a feed's lines tell, those that can be read."""
    found = []
    for line in feed.splitlines():
        try:
            found.append(json.loads(line))
        except ValueError:
            pass
    return found


def last_words(feed):
    """Of a whole feed the changes that still hold: the last of each document."""
    return list({change["id"]: change for change in changes(feed)}.values())


def forgotten(feed):
    """Ids and sources of the documents that a feed forgets and does not take in again."""
    last, sources = {}, {}
    for change in changes(feed):
        last[change["id"]] = change["change"]
        sources[change["source_sha256"]] = change["id"]
    ids = {name for name, change in last.items() if change == "forgotten"}
    return ids, {source for source, name in sources.items() if name in ids}
