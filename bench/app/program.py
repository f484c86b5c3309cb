"""The program under measurement, and a browser that asks it one thing at a time."""

import os
import pathlib
import re
import socket
import subprocess
import time

TICK = os.sysconf("SC_CLK_TCK")


class Program:
    """A Styrbord that serves; what it costs is read from the operating system."""

    def __init__(self, binary, folder, *arguments):
        self.begun = time.perf_counter()
        command = [binary, "demo", "--data", str(folder), "--listen", "127.0.0.1:0", *arguments]
        environment = {key: value for key, value in os.environ.items() if not key.startswith("STYRBORD_")}
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        self.said = self.process.stdout.readline() + self.process.stdout.readline()
        found = re.search(r"http://([^:]+):(\d+)", self.said)
        if not found:
            raise SystemExit(f"the program gave no address: {self.said}")
        self.address = found[1], int(found[2])

    def entries(self):
        """How many entries its ledger had when it was ready."""
        return int(re.search(r"(\d+) entries", self.said)[1])

    def cpu(self):
        """Seconds of processor it has used, in user and system mode."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def memory(self, which="VmRSS"):
        """Resident memory in MB (VmRSS now, VmHWM at its highest)."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{which}:\s+(\d+) kB", status)[1]) / 1024

    def settle(self):
        """Waits until it does nothing more by itself."""
        used, quiet = self.cpu(), 0
        while quiet < 4:
            time.sleep(0.25)
            before, used = used, self.cpu()
            quiet = quiet + 1 if used - before < 0.02 else 0

    def stop(self):
        self.process.terminate()
        self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


class Browser:
    """Somebody at a browser: one connection, kept alive."""

    def __init__(self, address):
        self.socket = socket.create_connection(address)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.cookie = self.mark = ""

    def sign_in(self, person):
        status, head, _ = self.post("/session", f"person={person}")
        if status != 303:
            raise SystemExit(f"{person} cannot sign in")
        self.cookie = re.search(r"styrbord=[^;]+", head)[0]
        self.mark = re.search(r'name="form" value="([^"]*)"', self.get("/initiatives/new"))[1]
        return self

    def get(self, path):
        """The body of a page; a page that is not there ends the measuring."""
        status, _, body = self.open(path)
        if status != 200:
            raise SystemExit(f"{path} answers {status}")
        return body

    def has(self, path):
        """Whether there is such a page."""
        return self.open(path)[0] == 200

    def open(self, path):
        """Asks for a page: status, head, body."""
        return self.ask(request("GET", path, self.cookie))

    def post(self, path, form):
        return self.ask(request("POST", path, self.cookie, form))

    def ask(self, sent):
        """Sends a request and reads the whole answer: status, head, body."""
        self.socket.sendall(sent)
        got = self.socket.recv(1 << 16)
        while b"\r\n\r\n" not in got:
            got += self.received()
        head, _, body = got.partition(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", head)
        parts, missing = [body], (int(length[1]) if length else 0) - len(body)
        while missing > 0:
            parts.append(self.received())
            missing -= len(parts[-1])
        return int(head[9:12]), head.decode(), b"".join(parts).decode(errors="replace")

    def received(self):
        part = self.socket.recv(1 << 18)
        if not part:
            raise SystemExit("the program closed the connection")
        return part


def request(method, path, cookie="", body="", kind="application/x-www-form-urlencoded", mark=""):
    """A request as it goes over the wire."""
    body = body.encode()
    head = f"{method} {path} HTTP/1.1\r\nhost: styrbord\r\ncookie: {cookie}\r\naccept-encoding: identity\r\n"
    head += f"x-styrbord-form: {mark}\r\ncontent-type: {kind}\r\ncontent-length: {len(body)}\r\n\r\n"
    return head.encode() + body
