#include "ui/text/core_words.h"

#include "core/base/error.h"

#include <QCoreApplication>
#include <QStringList>

namespace topline::ui::text {

namespace {

constexpr const char *context = "CoreWords";

// Word for word as core writes them; %1 is a host or what follows, a sentence of core itself or the
// words of a server.
constexpr const char *sentences[] = {
    QT_TRANSLATE_NOOP("CoreWords", "The name %1 was not found. Is this computer online?"),
    QT_TRANSLATE_NOOP("CoreWords", "%1 could not be reached."),
    QT_TRANSLATE_NOOP("CoreWords", "%1 did not answer in time."),
    QT_TRANSLATE_NOOP("CoreWords", "%1 did not take the connection in time."),
    QT_TRANSLATE_NOOP("CoreWords", "%1 ended the connection without an answer."),
    QT_TRANSLATE_NOOP("CoreWords", "The connection to %1 broke."),
    QT_TRANSLATE_NOOP("CoreWords", "The connection to %1 could not be made."),
    QT_TRANSLATE_NOOP("CoreWords", "The answer of %1 broke off."),
    QT_TRANSLATE_NOOP("CoreWords", "The answer of %1 is longer than allowed."),
    QT_TRANSLATE_NOOP("CoreWords",
                      "No secure connection to %1 could be agreed on (TLS 1.2 or newer)."),
    QT_TRANSLATE_NOOP("CoreWords", "The certificate of %1 is not from an authority that this "
                                   "computer trusts."),
    QT_TRANSLATE_NOOP("CoreWords", "The certificate of %1 is made out for another name."),
    QT_TRANSLATE_NOOP("CoreWords", "The certificate of %1 is not valid yet."),
    QT_TRANSLATE_NOOP("CoreWords", "The certificate of %1 has expired."),
    QT_TRANSLATE_NOOP("CoreWords", "The certificate of %1 is signed by itself."),
    QT_TRANSLATE_NOOP("CoreWords", "The certificate of %1 was revoked."),
    QT_TRANSLATE_NOOP("CoreWords", "The list of trusted authorities could not be read."),
    QT_TRANSLATE_NOOP("CoreWords",
                      "%1 offers no secure connection; nothing is said to it without one."),
    QT_TRANSLATE_NOOP("CoreWords", "%1 does not accept this user name and password."),
    QT_TRANSLATE_NOOP("CoreWords",
                      "Check both. Many providers want a password made for this program."),
    QT_TRANSLATE_NOOP("CoreWords", "%1 does not take mail from here now."),
    QT_TRANSLATE_NOOP("CoreWords", "%1 does not let anybody read mail now."),
    QT_TRANSLATE_NOOP("CoreWords", "The mail may have been sent: %1"),
    QT_TRANSLATE_NOOP("CoreWords", "the mail server gave no answer."),
    QT_TRANSLATE_NOOP("CoreWords", "The mail server gave no answer."),
    QT_TRANSLATE_NOOP("CoreWords", "The mail server takes it later: %1"),
    QT_TRANSLATE_NOOP("CoreWords", "The mail server refused it: %1"),
    QT_TRANSLATE_NOOP("CoreWords", "The mail server took it: %1"),
    QT_TRANSLATE_NOOP("CoreWords", "The mail server said: %1"),
    QT_TRANSLATE_NOOP("CoreWords", "this copy of the workspace was frozen"),
    QT_TRANSLATE_NOOP("CoreWords",
                      "The mailbox has no folder for sent mail, so that no copies are kept in it."),
    QT_TRANSLATE_NOOP("CoreWords",
                      "Whether the server files sent mail by itself shows with the first mail."),
    QT_TRANSLATE_NOOP("CoreWords",
                      "The server does not tell of new mail; it is asked every few minutes."),
    QT_TRANSLATE_NOOP("CoreWords", "No mail leaves before a postal address is entered."),
    QT_TRANSLATE_NOOP("CoreWords", "This is no address of a calendar server."),
    QT_TRANSLATE_NOOP("CoreWords", "There is no calendar server at this address."),
    QT_TRANSLATE_NOOP("CoreWords", "This account has no calendar for events."),
    QT_TRANSLATE_NOOP("CoreWords", "The calendar that was chosen is not there any more."),
    QT_TRANSLATE_NOOP("CoreWords", "The calendar server does not accept this name and password."),
    QT_TRANSLATE_NOOP("CoreWords",
                      "The calendar server points to another host; nothing is sent there."),
    QT_TRANSLATE_NOOP("CoreWords", "It did not arrive."),
    QT_TRANSLATE_NOOP("CoreWords", "It did not arrive after %1 tries."),
    QT_TRANSLATE_NOOP("CoreWords", "Choose another one."),
    QT_TRANSLATE_NOOP("CoreWords", "Nothing was changed."),
    QT_TRANSLATE_NOOP("CoreWords", "Nothing was changed there."),
    QT_TRANSLATE_NOOP("CoreWords", "There is nothing to undo."),
    QT_TRANSLATE_NOOP("CoreWords", "There is nothing to redo."),
    QT_TRANSLATE_NOOP("CoreWords", "The hold has run out, so it can no longer be called back."),
    QT_TRANSLATE_NOOP("CoreWords", "The action is being carried out."),
    QT_TRANSLATE_NOOP("CoreWords", "Say first whether it arrived."),
    QT_TRANSLATE_NOOP("CoreWords", "Undo the approval first."),
    QT_TRANSLATE_NOOP("CoreWords", "That time has already passed."),
    QT_TRANSLATE_NOOP("CoreWords", "Choose a later one."),
    QT_TRANSLATE_NOOP("CoreWords", "An action cannot be a duplicate of itself."),
    QT_TRANSLATE_NOOP("CoreWords", "Ask your provider for its CalDAV address."),
    QT_TRANSLATE_NOOP("CoreWords", "Create one with your provider, then try again."),
    QT_TRANSLATE_NOOP("CoreWords", "Enter the address that it points to, if you trust it."),
    QT_TRANSLATE_NOOP("CoreWords", "Enter one like https://calendar.example.com/."),
    QT_TRANSLATE_NOOP("CoreWords", "Sign in to the calendar again."),
    QT_TRANSLATE_NOOP("CoreWords", "This sign-in may not do that in the calendar (HTTP 403)."),
};

QString inLanguage(const QString &words, int depth)
{
    constexpr int deepest = 2; // a cause within a consequence
    for (const char *sentence : sentences) {
        const QString english = QString::fromLatin1(sentence);
        const auto hole = english.indexOf(QLatin1String("%1"));
        if (hole < 0) {
            if (words == english)
                return QCoreApplication::translate(context, sentence);
            continue;
        }
        const QString before = english.left(hole);
        const QString after = english.mid(hole + 2);
        if (words.size() <= before.size() + after.size() || !words.startsWith(before) ||
            !words.endsWith(after))
            continue;
        const QString filling =
            words.mid(before.size(), words.size() - before.size() - after.size());
        // A host has no spaces; other words that merely begin alike are not this sentence.
        if (!after.isEmpty() && filling.contains(QLatin1Char(' ')))
            continue;
        return QCoreApplication::translate(context, sentence)
            .arg(after.isEmpty() && depth < deepest ? inLanguage(filling, depth + 1) : filling);
    }
    return words;
}

} // namespace

QString coreWords(const std::string &words)
{
    return inLanguage(QString::fromStdString(words), 0);
}

QString errorWords(const base::Error &error)
{
    QStringList parts;
    for (const std::string *part : {&error.message, &error.kept, &error.todo}) {
        if (!part->empty())
            parts << coreWords(*part);
    }
    return parts.join(QLatin1Char(' '));
}

} // namespace topline::ui::text
