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
    reported    Standard output hears of a document after the feed's line about it is durable; where it hears of more than
                a document, after all is.
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
from collections import Counter

from .disk import FOLDER, INFORMS

RULES = ("bytes", "source", "told", "reported", "forgotten", "marked", "in place", "inbox", "end", "unknown")


class Checker:
    """Goes through the steps of a run; `violations` says which rule was broken, where."""

    def __init__(self, disk, inbox=None):
        """`disk` at the run's beginning, which stays as it is. `inbox`: SHA-256 by absolute path."""
        self.store, self.inbox = disk.root, inbox or {}
        self.disk = disk.restarted()
        self.told_before = Counter(map(key, changes(self.feed.now)))  # and what standard output has heard since
        self.placed = set()  # records that got their names in this run
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
            self.placed.add(call.path)
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
            told = changes(call.data)
            self.need_told(call, told)
            # What a start completes is told, but reported to nobody.
            self.told_before.update(
                key(change) for change in told
                if change["change"] != "alias" and self.record(change["id"]) not in self.placed)
        elif place == "dropped.jsonl":
            self.need(call.appends, "in place", call, "the word of a user is not appended")
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
        elif place == "dropped.jsonl":
            data = self.disk.data(call.path)
            self.need(call.size == data.rfind(b"\n") + 1, "in place", call, "the word of a user is cut")
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
        lines = call.data.splitlines()
        if not all(line.startswith(b"{") for line in lines):
            return self.need(self.is_all_durable(), "reported", call, "it is told before all is durable")
        told = Counter(map(key, changes(self.feed.values[0])))
        for document in news(call.data):
            self.told_before[key(document)] += 1
            self.need(told[key(document)] >= self.told_before[key(document)], "reported", call,
                      "it is told before it is durable")

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


def key(change):
    """What a line of the feed and a line of a report have in common."""
    return change["id"], change["path"], change.get("change") or change["status"]


def news(report):
    """The documents of which a report in JSON says that something was done."""
    return [line for line in changes(report) if line.get("status") in ("added", "revised", "reprocessed", "alias")]


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
