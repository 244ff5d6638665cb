"""What a power cut may leave of a disk: of each file's bytes and of each name every state since its last sync."""
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
