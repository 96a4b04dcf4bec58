#!/usr/bin/env python3
"""Starts and stops a throw-away Synapse on loopback, and registers users on it.

  synapse_ctl.py start --dir DIR [--port 0] [--overlay fast|norate|synccache|FILE ...]
                       [--template-db FILE] [--access-log] [--secret S] [--python PYTHON]
  synapse_ctl.py stop --dir DIR [--kill]
  synapse_ctl.py stop-all --under DIR
  synapse_ctl.py register --port P --user U --password W [--admin] [--secret S]
  synapse_ctl.py template --to FILE

Each prints one line of JSON. `start` answers pid, port, url, ready_s and the memory in use; a
second `start` with the same folder finds its database again, which is how a test restarts the
server (give it the port that the first one printed). `register` answers with an access token.
Only the standard library is used, so that any Python can run this; PYTHON is the one that has
Synapse, by default the one that runs this file.
"""

import argparse
import hashlib
import hmac
import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
DEFAULT_SECRET = "test-shared-secret"
# Any 32 bytes do for a server that nobody federates with. It is always the same key, because a
# database that was prepared earlier remembers it.
SIGNING_KEY = "ed25519 a_test " + "A" * 43 + "\n"
READY_WITHIN_S = 90
STOP_WITHIN_S = 20


def call(method, url, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json"}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.loads(error.read() or b"{}")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def memory_kb(pid):
    with open(f"/proc/{pid}/status") as status:
        fields = dict(line.split(":", 1) for line in status)
    return {name: int(fields[name].split()[0]) for name in ("VmRSS", "VmHWM") if name in fields}


def fill(template, target, words):
    with open(os.path.join(HERE, template)) as source:
        text = source.read()
    for word, value in words.items():
        text = text.replace(f"@{word}@", value)
    with open(target, "w") as out:
        out.write(text)


def overlay_path(name):
    """An overlay is named by the middle of its file's name, or by a path of the test's own."""
    path = os.path.join(HERE, f"overlay-{name}.yaml")
    if os.path.exists(path):
        return path
    if os.path.exists(name):
        return os.path.abspath(name)
    sys.exit(f"no overlay {name!r}: neither {path} nor a file of that name")


def spawn(args, folder, port):
    database = os.path.join(folder, "homeserver.db")
    # Only when there is none, so that a restarted server keeps what it knew.
    if args.template_db and not os.path.exists(database):
        shutil.copyfile(args.template_db, database)
    words = {
        "DIR": folder,
        "PORT": str(port),
        "SECRET": args.secret,
        "DB": database,
        "ACCESS_LEVEL": "INFO" if args.access_log else "WARNING",
    }
    fill("homeserver.yaml.tmpl", os.path.join(folder, "homeserver.yaml"), words)
    fill("log.yaml.tmpl", os.path.join(folder, "log.yaml"), words)
    with open(os.path.join(folder, "signing.key"), "w") as key:
        key.write(SIGNING_KEY)
    command = [args.python, "-m", "synapse.app.homeserver"]
    for path in [os.path.join(folder, "homeserver.yaml"), *map(overlay_path, args.overlay)]:
        command += ["-c", path]
    with open(os.path.join(folder, "stdout.log"), "wb") as log:
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            # A session of its own: Ctrl-C in the terminal is for the tests, which then stop it.
            start_new_session=True,
        )
    with open(os.path.join(folder, "pid"), "w") as pid_file:
        pid_file.write(str(process.pid))
    return process


def await_ready(process, port):
    started = time.monotonic()
    while time.monotonic() - started < READY_WITHIN_S:
        if process.poll() is not None:
            return None
        try:
            urllib.request.urlopen(
                f"http://127.0.0.1:{port}/_matrix/client/versions", timeout=2
            ).read()
        except OSError:
            time.sleep(0.02)
            continue
        # Whoever took the port first may be answering in place of a server about to fail.
        if process.poll() is None:
            return time.monotonic() - started
    process.kill()
    process.wait()
    return None


def start(args):
    folder = os.path.abspath(args.dir)
    os.makedirs(folder, exist_ok=True)
    # Between finding a free port and binding it somebody else may take it; a port that was asked
    # for is not exchanged for another.
    for _ in range(1 if args.port else 3):
        port = args.port or free_port()
        process = spawn(args, folder, port)
        ready = await_ready(process, port)
        if ready is not None:
            return {
                "pid": process.pid,
                "port": port,
                "url": f"http://127.0.0.1:{port}",
                "ready_s": round(ready, 2),
                **memory_kb(process.pid),
            }
    os.remove(os.path.join(folder, "pid"))
    with open(os.path.join(folder, "stdout.log"), errors="replace") as log:
        tail = log.read()[-2000:]
    sys.exit(f"Synapse did not start (status {process.returncode}); {folder}/stdout.log ends:\n{tail}")


def is_running_synapse(pid):
    """A pid can have gone to another process since it was written down."""
    try:
        with open(f"/proc/{pid}/stat") as stat:
            # The state follows the name, which is in brackets and may hold anything.
            if stat.read().rpartition(")")[2].split()[0] == "Z":
                return False
        with open(f"/proc/{pid}/cmdline") as cmdline:
            return "synapse.app.homeserver" in cmdline.read()
    except (FileNotFoundError, ProcessLookupError):
        return False


def stop(folder, kill=False):
    pid_path = os.path.join(folder, "pid")
    try:
        with open(pid_path) as pid_file:
            pid = int(pid_file.read())
    except FileNotFoundError:
        return {"stopped": None}
    began = time.monotonic()
    if is_running_synapse(pid):
        os.kill(pid, signal.SIGKILL if kill else signal.SIGTERM)
    while is_running_synapse(pid):
        time.sleep(0.05)
        if time.monotonic() - began > STOP_WITHIN_S:
            os.kill(pid, signal.SIGKILL)
            time.sleep(1)
    os.remove(pid_path)
    return {"stopped": pid, "stop_s": round(time.monotonic() - began, 2)}


def stop_all(under):
    """What a test that was killed could not stop itself."""
    stopped = []
    for folder, _, files in os.walk(under):
        if "pid" in files and "homeserver.yaml" in files:
            stopped.append(stop(folder)["stopped"])
    return {"stopped": [pid for pid in stopped if pid]}


def register(args):
    url = f"http://127.0.0.1:{args.port}/_synapse/admin/v1/register"
    nonce = call("GET", url)[1]["nonce"]
    role = "admin" if args.admin else "notadmin"
    words = "\0".join([nonce, args.user, args.password, role])
    body = {
        "nonce": nonce,
        "username": args.user,
        "password": args.password,
        "admin": args.admin,
        "mac": hmac.new(args.secret.encode(), words.encode(), hashlib.sha1).hexdigest(),
    }
    return call("POST", url, body)


def template(args):
    """Makes a database with every table and no user; a server that copies it starts faster."""
    with tempfile.TemporaryDirectory() as folder:
        args.dir, args.port, args.overlay = folder, 0, ["fast"]
        args.template_db, args.access_log, args.secret = None, False, DEFAULT_SECRET
        ready = start(args)["ready_s"]
        stop(folder)
        # Through SQLite rather than as a file, so that a journal left behind is not lost.
        unfinished = args.to + ".unfinished"
        source = sqlite3.connect(os.path.join(folder, "homeserver.db"))
        target = sqlite3.connect(unfinished)
        source.backup(target)
        target.close()
        source.close()
        os.replace(unfinished, args.to)
    return {"template": args.to, "ready_s": ready}


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)

    start_ = commands.add_parser("start")
    start_.add_argument("--dir", required=True)
    start_.add_argument("--port", type=int, default=0)
    start_.add_argument("--overlay", action="append", default=[])
    start_.add_argument("--template-db")
    start_.add_argument("--access-log", action="store_true", help="log requests with their status")
    start_.add_argument("--secret", default=DEFAULT_SECRET)
    start_.add_argument("--python", default=sys.executable)

    stop_ = commands.add_parser("stop")
    stop_.add_argument("--dir", required=True)
    stop_.add_argument("--kill", action="store_true", help="as a power cut would")

    stop_all_ = commands.add_parser("stop-all")
    stop_all_.add_argument("--under", required=True)

    register_ = commands.add_parser("register")
    register_.add_argument("--port", type=int, required=True)
    register_.add_argument("--user", required=True)
    register_.add_argument("--password", required=True)
    register_.add_argument("--admin", action="store_true")
    register_.add_argument("--secret", default=DEFAULT_SECRET)

    template_ = commands.add_parser("template")
    template_.add_argument("--to", required=True)
    template_.add_argument("--python", default=sys.executable)
    return parser.parse_args()


def main():
    args = arguments()
    if args.command == "start":
        answer = start(args)
    elif args.command == "stop":
        answer = stop(args.dir, args.kill)
    elif args.command == "stop-all":
        answer = stop_all(args.under)
    elif args.command == "template":
        answer = template(args)
    else:
        status, answer = register(args)
        if status != 200:
            sys.exit(json.dumps(answer))
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
