"""Says something in a room over REST, then prints what is said there, over server-sent events.

    SNUG_URL=http://localhost:3000 SNUG_TOKEN=… SNUG_ROOM=… python3 examples/notify.py "Hello"

Needs Python alone. The header Idempotency-Key makes it safe to try again: the room gets one message.
"""

import json
import os
import sys
import urllib.request
import uuid

URL = os.environ["SNUG_URL"]
ROOM = os.environ["SNUG_ROOM"]
HEADERS = {"Authorization": f"Bearer {os.environ['SNUG_TOKEN']}"}


def post(body):
    request = urllib.request.Request(
        f"{URL}/api/rooms/{ROOM}/messages",
        data=json.dumps({"body": body}).encode(),
        headers={
            **HEADERS,
            "Content-Type": "application/json",
            "Idempotency-Key": str(uuid.uuid4()),
        },
    )
    with urllib.request.urlopen(request, timeout=30) as response:
        return json.load(response)


def events(stream):
    for line in stream:
        if line.startswith(b"data:"):
            yield json.loads(line[5:])


follow = urllib.request.Request(f"{URL}/api/events", headers=HEADERS)
with urllib.request.urlopen(follow, timeout=60) as stream:
    # Following since before it was said, so that nothing after it is missed.
    print("Said:", post(sys.argv[1])["body"], flush=True)
    for event in events(stream):
        if event["type"] == "message.created" and event["message"]["roomId"] == ROOM:
            print("Heard:", event["message"]["body"], flush=True)
