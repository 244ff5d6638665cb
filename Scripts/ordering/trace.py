"""Reads what `strace -f -xx` wrote into steps on files: which file, under which path, with which bytes.

A call is two steps, its beginning and its end, between which other threads' steps may lie.
"""
import os
import re
from dataclasses import dataclass

# What `strace` is asked for: all by which a file or a folder can be changed, and what gives descriptors their meaning.
CALLS = (
    "openat,open,creat,close,dup,dup2,dup3,fcntl,write,pwrite64,writev,pwritev,pwritev2,sendfile,copy_file_range,splice,"
    "fallocate,mmap,fsync,fdatasync,sync,syncfs,sync_file_range,rename,renameat,renameat2,link,linkat,symlink,symlinkat,"
    "unlink,unlinkat,rmdir,mkdir,mkdirat,truncate,ftruncate,fork,vfork,io_setup,io_uring_setup,exit_group")
# Ways to change a file that the store does not use and the rules know nothing of.
BY_DESCRIPTOR = {"pwrite64", "writev", "pwritev", "pwritev2", "fallocate", "sync_file_range"}
BY_PATH = {"open", "creat", "rename", "link", "symlink", "unlink", "rmdir", "mkdir", "truncate"}
BY_OTHER_PATH = {"linkat", "symlinkat"}
ANYWHERE = {"fork", "vfork", "io_setup", "io_uring_setup", "sendfile", "copy_file_range", "splice"}

LINE = re.compile(r"(\d+) +(\w+)\((.*)\) += (-?\d+|\?)")
BEGUN = re.compile(r"(\d+) +(\w+)\((.*) <unfinished \.\.\.>$")
ENDED = re.compile(r"(\d+) +<\.\.\. (\w+) resumed>(.*)$")


@dataclass(eq=False)
class Call:
    """A call that matters. `file` names a file's contents, whatever path leads to them."""
    kind: str  # create, mkdir, write, truncate, rename, unlink, sync, syncfs, report, exit, unknown
    path: str = ""
    file: str = ""
    source: str = ""  # of a rename
    data: bytes = b""  # of a write
    size: int = 0  # of a truncation
    appends: bool = False
    failed: bool = False
    line: int = 0  # of the trace

    def __str__(self):
        name = f"{self.source} -> {self.path}" if self.source else self.path
        return f"line {self.line}: {self.kind} {name}" + (" (failed)" if self.failed else "")


@dataclass(eq=False)
class Step:
    call: Call
    is_end: bool


def steps(lines, root, current):
    """The steps of a run. `root` is a folder, absolute; what lies outside of it and is not standard output is left out."""
    reader = Reader(root, current)
    begun = {}  # by thread: a call that has begun, and its beginning's text
    for number, line in enumerate(lines, 1):
        if match := BEGUN.match(line):
            step = Step(None, False)
            reader.steps.append(step)
            begun[match[1]] = (match[2], match[3], step)
            if match[2] == "close":  # The descriptor may be another thread's before this call has come back.
                reader.open.pop(int(match[3]), None)
        elif match := ENDED.match(line):
            name, text, step = begun.pop(match[1])
            if whole := LINE.match(f"{match[1]} {name}({text}{match[3]}"):
                reader.add(name, whole[3], whole[4], number, step)
        elif match := LINE.match(line):
            reader.add(match[2], match[3], match[4], number, None)
    # What had begun when the process ended has no end; whether it did anything, nobody knows.
    return [step for step in reader.steps if step.call]


class Reader:
    """Follows descriptors and names, as programs see them."""

    def __init__(self, root, current):
        self.root, self.current = root, current
        self.steps = []
        self.open = {}  # descriptor: (path, file, flags)
        self.files = {}  # path: file, where it is known
        self.made = 0

    def add(self, name, text, result, number, step):
        if result == "?" and name != "exit_group":
            return  # The process died in it.
        arguments = text.split(", ")
        failed = result.startswith("-")
        if name == "openat":
            call = self.opened(arguments, int(result)) if not failed else None
        elif name == "close":
            if not step:
                self.open.pop(int(arguments[0]), None)
            return
        elif name in ("dup", "dup2", "dup3", "fcntl"):
            if not failed and (name != "fcntl" or "F_DUPFD" in text):
                self.open[int(result)] = self.open.get(int(arguments[0]), ("", "", ""))
            return
        else:
            call = self.change(name, arguments, result)
        if call is None or name == "exit_group" and step:
            return
        call.failed, call.line = failed, number
        if step:
            step.call = call
        else:
            self.steps.append(Step(call, False))
        self.steps.append(Step(call, True))
        if not failed:
            self.follow(call)

    def is_inside(self, path):
        return path == self.root or path.startswith(self.root + "/")

    def path(self, folder, text):
        base = self.current if folder == "AT_FDCWD" else self.open[int(folder)][0]
        return os.path.normpath(os.path.join(base, unquoted(text).decode(errors="surrogateescape")))

    def opened(self, arguments, descriptor):
        path, flags = self.path(*arguments[:2]), arguments[2]
        is_new = path not in self.files and "O_CREAT" in flags
        file = self.new() if is_new else self.files.get(path, path)
        self.files[path] = file
        self.open[descriptor] = (path, file, flags)
        if not self.is_inside(path):
            return None
        if is_new:
            return Call("create", path, file)
        return Call("truncate", path, file) if "O_TRUNC" in flags else None

    def new(self):
        self.made += 1
        return f"new {self.made}"

    def change(self, name, arguments, result):
        if name in ANYWHERE:
            return Call("unknown", name)
        if name == "exit_group":
            return Call("exit", arguments[0])
        if name == "sync":
            return Call("syncfs")
        if name in BY_PATH | BY_OTHER_PATH:
            folder, text = ("AT_FDCWD", arguments[0]) if name in BY_PATH else (arguments[-2], arguments[-1])
            return self.inside("unknown", self.path(folder, text) if text.startswith('"') else self.current)
        if name in ("mkdirat", "unlinkat"):
            return self.inside({"mkdirat": "mkdir", "unlinkat": "unlink"}[name], self.path(*arguments[:2]))
        if name in ("renameat", "renameat2"):
            source, target = self.path(*arguments[:2]), self.path(*arguments[2:4])
            if not self.is_inside(source) and not self.is_inside(target):
                return None
            return Call("rename", target, self.files.get(source, source), source)
        if name == "mmap":
            is_shared = "MAP_SHARED" in arguments[3] and "PROT_WRITE" in arguments[2]
            return self.on("unknown", arguments[4]) if is_shared else None
        if name in BY_DESCRIPTOR:
            return self.on("unknown", arguments[0])
        if name == "write":
            data = unquoted(arguments[1])[:max(0, int(result))]
            if arguments[0] == "1":
                return Call("report", data=data)
            return self.on("write", arguments[0], data=data)
        if name == "ftruncate":
            return self.on("truncate", arguments[0], size=int(arguments[1]))
        if name in ("fsync", "fdatasync"):
            return self.on("sync", arguments[0])
        if name == "syncfs":
            return self.on("syncfs", arguments[0])
        raise ValueError(f"a call that nobody asked for: {name}")

    def inside(self, kind, path):
        return Call(kind, path, self.files.get(path, path)) if self.is_inside(path) else None

    def on(self, kind, descriptor, **more):
        """A call on an open file, under the path that leads to it now."""
        path, file, flags = self.open.get(int(descriptor), ("", "", ""))
        path = next((name for name, known in self.files.items() if known == file), path)
        if not self.is_inside(path):
            return None
        return Call(kind, path, file, appends="O_APPEND" in flags, **more)

    def follow(self, call):
        if call.kind == "rename":
            self.files.pop(call.source, None)
            self.files[call.path] = call.file
        elif call.kind == "unlink":
            self.files.pop(call.path, None)


def unquoted(text):
    """The bytes of a string that `strace -xx` wrote."""
    if text.endswith("..."):
        raise ValueError("strace cut a string: give it a larger -s")
    return bytes.fromhex(text.strip('"').replace("\\x", ""))
