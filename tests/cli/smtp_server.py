"""A real mail server for the tests (aiosmtpd): STARTTLS or plain, sign-in required; what it takes is
printed as a line of JSON, as Python's own mail parser reads it.

smtp_server.py FOLDER [starttls|none]: FOLDER gets cert.pem. Prints the port first. A recipient that
begins with "later" is refused once with 451, one that begins with "never" with 550, always. A message of
more bytes than the third argument is refused by its size, before it is sent (RFC 1870)."""
import email
import email.policy
import hashlib
import json
import pathlib
import ssl
import subprocess
import sys
import time

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

folder = pathlib.Path(sys.argv[1])
secured = sys.argv[2:3] != ["none"]
largest = int(sys.argv[3]) if len(sys.argv) > 3 else 33_554_432


class Keeper:
    def __init__(self):
        self.refused = set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("never"):
            return "550 5.1.1 No such mailbox"
        if address.startswith("later") and address not in self.refused:
            self.refused.add(address)
            return "451 4.3.0 Come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        calendars = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
        print(json.dumps({
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "tls": session.ssl is not None,
            "headers": {name: str(value) for name, value in mail.items()},
            "text": mail.get_body(("plain",)).get_content(),
            "html": mail.get_body(("html",)).get_content(),
            "calendars": [{"method": part.get_param("method"), "text": part.get_payload(decode=True).decode()} for part in calendars],
            "files": [{"name": part.get_filename(), "type": part.get_content_type(),
                       "sha256": hashlib.sha256(part.get_payload(decode=True)).hexdigest()} for part in mail.iter_attachments()],
            "defects": [str(defect) for part in mail.walk() for defect in part.defects],
            "seven_bit": envelope.content.isascii(),
        }), flush=True)
        return "250 OK"


def may(server, session, envelope, mechanism, given):
    right = given.login == b"udbhabon" and given.password == b"mail password"
    return AuthResult(success=right)


context = None
if secured:
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                    "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", folder / "key.pem", "-out", folder / "cert.pem"],
                   check=True, stderr=subprocess.DEVNULL)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
controller = Controller(Keeper(), hostname="127.0.0.1", port=0, tls_context=context, require_starttls=secured,
                        data_size_limit=largest, authenticator=may, auth_required=secured, auth_require_tls=secured)
# The controller asks its own port at the start; with port 0 it must learn it first.
import socket
with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    controller.port = probe.getsockname()[1]
controller.start()
print(controller.port, flush=True)
while True:
    time.sleep(3600)
