"""What an independent reader makes of a message: read_message.py FILE

Prints subject, sender, recipient, ids and the plain text, one "name: value" line each.
"""
import email
import email.policy
import sys

with open(sys.argv[1], "rb") as source:
    message = email.message_from_binary_file(source, policy=email.policy.default)
print("defects:", [d for part in message.walk() for d in part.defects])
for name in ("Subject", "From", "To", "Message-ID", "X-Effect-Id", "In-Reply-To"):
    print(name + ":", message[name])
print("types:", [part.get_content_type() for part in message.walk()])
print("text:", repr(message.get_body(("plain",)).get_content()))
