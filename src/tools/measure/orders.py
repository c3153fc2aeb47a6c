#!/usr/bin/env python3
"""CPU per order, from accepted to invoiced, on a running demo: application and PostgreSQL, without the human waits.

    python3 src/tools/measure/orders.py --pid PID_OF_THE_APPLICATION [--orders 20] [--portal URL] [--staff URL]

Places orders over the API as the demo's first reseller, uploads the agreement, lets the two desks say yes through
engine-rest, waits until the invoice is there, and reads the processes' own CPU clocks before and after.
"""
import argparse
import base64
import datetime
import json
import os
import time
import urllib.error
import urllib.request
import uuid


def main():
    args = arguments()
    reseller, admin = Caller(args.portal, "anna@nordforvaltning.example"), Caller(args.staff, "admin")
    customers = [prepare(reseller) for _ in range(args.orders + 3)]
    for customer in customers[:3]:  # warm
        deal(reseller, admin, customer)
    calls = [(reseller, login_cost(args.pid, reseller, "/api/v1/me")),
             (admin, login_cost(args.pid, admin, "/engine-rest/engine"))]
    singles = []
    for customer in customers[3:]:
        for caller, _ in calls:
            caller.calls = 0
        before = cpu(args.pid)
        deal(reseller, admin, customer)
        time.sleep(0.5)  # what goes on after the answer, such as the letters
        singles.append(cpu(args.pid) - before - sum(caller.calls * cost for caller, cost in calls))
    singles.sort()
    print(f"{args.orders} orders, cpu per order without log-ins: median {singles[len(singles) // 2] * 1000:.0f} ms, "
          f"{singles[0] * 1000:.0f} to {singles[-1] * 1000:.0f} ms; "
          f"a log-in with every call costs {calls[0][1] * 1000:.0f} ms")


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--pid", type=int, required=True)
    parser.add_argument("--orders", type=int, default=20)
    parser.add_argument("--portal", default="http://localhost:8080")
    parser.add_argument("--staff", default="http://localhost:8081")
    return parser.parse_args()


class Caller:
    def __init__(self, base, user):
        self.base = base
        self.calls = 0
        self.credentials = "Basic " + base64.b64encode(f"{user}:demo".encode()).decode()

    def call(self, method, path, body=None, content_type="application/json"):
        self.calls += 1
        data = body if isinstance(body, bytes) else json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(self.base + path, data, method=method)
        request.add_header("Authorization", self.credentials)
        if data is not None:
            request.add_header("Content-Type", content_type)
        if method == "POST" and path.startswith("/api/"):
            request.add_header("Idempotency-Key", str(uuid.uuid4()))
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.read()

    def json(self, *call):
        return json.loads(self.call(*call) or b"null")


def login_cost(pid, caller, path):
    """A password is checked with every call here, and slowly on purpose; a real client has a session."""
    before = cpu(pid)
    for _ in range(10):
        caller.call("GET", path)
    return (cpu(pid) - before) / 10


def prepare(reseller):
    number = registration_number()
    return reseller.json("POST", "/api/v1/organisations", {
        "name": "Measured " + number, "registrationNumber": number, "country": "SE",
        "email": f"office@{number}.example", "language": "en",
        "address": {"line1": "Street 1", "postalCode": "111 11", "city": "Stockholm"}})["id"]


def registration_number():
    body = "769" + f"{uuid.uuid4().int % 1000000:06d}"
    total = sum(d - 9 if d > 9 else d for d in (int(c) * (2 - i % 2) for i, c in enumerate(body)))
    digits = body + str(-total % 10)
    return digits[:6] + "-" + digits[6:]


def deal(reseller, admin, customer):
    terms = reseller.json("GET", "/api/v1/programmes/licence")["termsVersion"]
    order = reseller.json("POST", "/api/v1/orders", {
        "programme": "licence", "organisationId": customer,
        "lines": [{"product": "planning-licence", "quantity": 3}], "termMonths": 12,
        "startDate": datetime.date.today().isoformat(), "poReference": "Measured",
        "signatory": {"name": "Ann Other", "email": f"ann@{uuid.uuid4().hex}.example"},
        "acceptedTerms": {"version": terms}})["number"]
    agreement = until(lambda: reseller.call("GET", f"/api/v1/orders/{order}/agreement.pdf"))
    boundary = uuid.uuid4().hex
    reseller.call("POST", f"/api/v1/orders/{order}/agreement",
                  f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="signed.pdf"\r\n'
                  f"Content-Type: application/pdf\r\n\r\n".encode() + agreement + f"\r\n--{boundary}--\r\n".encode(),
                  f"multipart/form-data; boundary={boundary}")
    say_yes(admin, order, "userTask_checkSignedAgreement", {"agreementDecision": "accept"})
    say_yes(admin, order, "userTask_checkOrder", {"orderDecision": "approve"})
    until(lambda: reseller.json("GET", f"/api/v1/orders/{order}")["status"] == "COMPLETED" or None)


def say_yes(admin, order, task, answers):
    open_task = until(lambda: (admin.json(
        "GET", f"/engine-rest/task?processInstanceBusinessKey={order}&taskDefinitionKey={task}&maxResults=1") or [None])[0])
    admin.call("POST", f"/engine-rest/task/{open_task['id']}/submit-form",
               {"variables": {name: {"value": value} for name, value in answers.items()}})


def until(attempt):
    deadline = time.time() + 60
    while True:
        try:
            found = attempt()
            if found:
                return found
        except urllib.error.HTTPError as refused:
            if refused.code not in (404, 409):
                raise
        if time.time() > deadline:
            raise TimeoutError("nothing came of it within a minute")
        time.sleep(0.2)


def cpu(pid):
    ticks = 0
    for process in os.listdir("/proc"):
        if process.isdigit() and (int(process) == pid or is_database_of(pid, int(process))):
            fields = open(f"/proc/{process}/stat").read().rsplit(")", 1)[1].split()
            ticks += sum(int(fields[i]) for i in (11, 12, 13, 14))
    return ticks / os.sysconf("SC_CLK_TCK")


def is_database_of(application, process):
    """The postmaster, whose own time includes its ended children, and every living server process."""
    try:
        command = open(f"/proc/{process}/comm").read()
        return command.startswith("postgres") and data_directory(application) in environment_and_command(process)
    except OSError:
        return False


def data_directory(application):
    return os.readlink(f"/proc/{application}/cwd")


def environment_and_command(process):
    with open(f"/proc/{process}/cmdline", "rb") as command:
        text = command.read().decode(errors="replace")
    parent = open(f"/proc/{process}/stat").read().rsplit(")", 1)[1].split()[1]
    return text if "/" in text else environment_and_command(int(parent))


if __name__ == "__main__":
    main()
