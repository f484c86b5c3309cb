"""Many people acting at once, beside the disk's own rate of syncing."""

import json
import os
import selectors
import socket
import time

from program import request

# Acts and syncs take turns: others may use the disk too, and then both are slow.
TURNS, TURN = 10, 0.5
BLOCK = b"\xa5" * 4096


def side_by_side(program, browser, folder, people):
    """Durable acts a second by so many people at once, and syncs of 4 KiB a second."""
    crowd = Crowd(program.address, browser, people)
    acts = syncs = 0.0
    with open(folder / "syncs", "wb", buffering=0) as file:
        for _ in range(TURNS):
            acts += crowd.act_for(TURN)
            syncs += sync_for(file, TURN)
    return acts / TURNS, syncs / TURNS


def sync_for(file, seconds):
    """How often a second the disk takes a block for good."""
    begun, done = time.perf_counter(), 0
    while time.perf_counter() - begun < seconds:
        file.write(BLOCK)
        os.fdatasync(file.fileno())
        done += 1
    return done / (time.perf_counter() - begun)


class Crowd:
    """People on a connection each, who act as fast as they are answered."""

    def __init__(self, address, browser, people):
        self.browser, self.people, self.nth = browser, people, 0
        self.selector = selectors.DefaultSelector()
        for _ in range(people):
            connection = socket.create_connection(address)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.selector.register(connection, selectors.EVENT_READ)

    def act_for(self, seconds):
        """Acts a second, each answered when it is on the disk."""
        begun, done = time.perf_counter(), 0
        connections = [key.fileobj for key in self.selector.get_map().values()]
        for connection in connections:
            self.act(connection)
        waiting = len(connections)
        while waiting:
            for key, _ in self.selector.select():
                answer = key.fileobj.recv(4096)
                if b'"seq"' not in answer:
                    raise SystemExit(f"an act was not done: {answer!r}")
                done += 1
                if time.perf_counter() - begun < seconds:
                    self.act(key.fileobj)
                else:
                    waiting -= 1
        return done / (time.perf_counter() - begun)

    def act(self, connection):
        self.nth += 1
        name = f"enhet-{self.people}-{self.nth}"
        body = json.dumps({"act": "organisation.unit.establish", "id": name, "name": name, "kind": "section", "under": "digi"})
        connection.sendall(request("POST", "/api/v1/acts", self.browser.cookie, body, "application/json", self.browser.mark))
