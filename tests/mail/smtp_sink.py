"""A real submission server for the tests: smtp_sink.py PORT DIR

STARTTLS and a sign-in are wanted; each message is kept as DIR/out/NNNN.eml, with its envelope in
NNNN.envelope, and delivered nowhere. The recipient bounce@ is refused for good, grey@ the first time.
"""
import asyncio
import itertools
import os
import ssl
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword


class Sink:
    def __init__(self, folder):
        self.folder = folder
        self.numbers = itertools.count(1)
        self.seen = set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        user = address.split("@")[0]
        if user == "bounce":
            return "550 5.1.1 User unknown"
        if user == "grey" and address not in self.seen:
            self.seen.add(address)
            return "451 4.7.1 Greylisted, try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        name = "%04d" % next(self.numbers)
        path = os.path.join(self.folder, name)
        with open(path + ".envelope", "w", encoding="utf-8") as out:
            out.write(envelope.mail_from + "\n" + "\n".join(envelope.rcpt_tos) + "\n")
        with open(path + ".part", "wb") as out:
            out.write(envelope.original_content)
        os.rename(path + ".part", path + ".eml")
        return "250 2.0.0 queued as " + name


def authenticate(server, session, envelope, mechanism, data):
    good = isinstance(data, LoginPassword) and data.login == b"rep@example.com" and data.password == b"secret"
    return AuthResult(success=good, handled=False)


def main():
    port, folder = int(sys.argv[1]), sys.argv[2]
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(folder + "/cert.pem", folder + "/key.pem")
    controller = Controller(Sink(folder + "/out"), hostname="127.0.0.1", port=port, tls_context=context,
                            require_starttls=True, auth_required=True, authenticator=authenticate)
    controller.start()
    asyncio.new_event_loop().run_forever()


main()
