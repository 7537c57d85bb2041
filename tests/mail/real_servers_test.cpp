// The connector against Dovecot and aiosmtpd, which this test starts; skipped where they are not
// installed. What they kept on disk is the judge, and Python reads the message.
#include "tests/fakes/socket_io.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QTextStream>

#include <gtest/gtest.h>
#include <unistd.h>

namespace {

int freePort()
{
    int port = 0;
    const int listener = topline::fakes::listenOnLoopback(port);
    ::close(listener);
    return port;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::string output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(60'000);
    return process.readAllStandardOutput().toStdString();
}

struct Outcome {
    int code = -1;
    std::string said;
    std::string why; // of a failure
};

constexpr const char *notInstalled = "dovecot, openssl or python3-aiosmtpd is not installed";

// The program with both servers beside it, which keep everything in the folder.
Outcome runBeside(const QTemporaryDir &folder, const QString &program)
{
    const QString smtp = QString::number(freePort());
    const QString imap = QString::number(freePort());
    QProcess process;
    process.start(QStringLiteral(TOPLINE_SOURCE_DIR "/tests/mail/with_mail_servers.sh"),
                  {folder.path(), smtp, imap, program, folder.path(), smtp, imap});
    Outcome out;
    if (!process.waitForFinished(180'000))
        return out;
    out.code = process.exitCode();
    out.said = process.readAllStandardOutput().toStdString();
    out.why = process.readAllStandardError().toStdString() +
              contents(folder.filePath(QStringLiteral("dovecot.log"))).toStdString() +
              contents(folder.filePath(QStringLiteral("smtp.out"))).toStdString();
    return out;
}

struct Kept {
    int inInbox = 0;
    int copies = 0;
};

// Dovecot writes flags behind ":2,"; the inbox has none, our own copies are seen.
Kept expectUnmarked(const QTemporaryDir &folder)
{
    Kept out;
    QDirIterator files(folder.filePath(QStringLiteral("mail/rep/Maildir")),
                       QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString parent = QFileInfo(path).dir().dirName();
        if (parent != QStringLiteral("cur") && parent != QStringLiteral("new"))
            continue;
        const bool isCopy = path.contains(QStringLiteral("/.Sent/"));
        EXPECT_EQ(path.contains(QStringLiteral(":2,S")), isCopy) << path.toStdString();
        isCopy ? ++out.copies : ++out.inInbox;
    }
    return out;
}

} // namespace

TEST(RealMailServers, AnAnswerABounceAndAnAbsenceAreNoticedByIdleThroughTheWholeEngine)
{
    const QTemporaryDir folder(QDir::tempPath() + QStringLiteral("/topline_mail_XXXXXX"));
    const Outcome run = runBeside(folder, QStringLiteral(TOPLINE_REAL_ENGINE_PROGRAM));
    if (run.code == 77)
        GTEST_SKIP() << notInstalled;
    ASSERT_EQ(run.code, 0) << run.said << run.why;
    EXPECT_EQ(run.said, "sent: 3\nnoticed by itself: soon\nended: soon\nanswered: email_replied\n"
                        "bounced: email_bounced\naway: out_of_office\nsound: yes\n")
        << run.why;
    EXPECT_EQ(expectUnmarked(folder).inInbox, 3);
}

TEST(RealMailServers, TakeReadAndFindWhatWasSentAndNothingIsMarked)
{
    QTemporaryDir folder(QDir::tempPath() + QStringLiteral("/topline_mail_XXXXXX"));
    const Outcome run = runBeside(folder, QStringLiteral(TOPLINE_REAL_SERVERS_PROGRAM));
    if (run.code == 77)
        GTEST_SKIP() << notInstalled;
    ASSERT_EQ(run.code, 0) << run.said << run.why;
    EXPECT_EQ(run.said,
              "inspect: rep@example.com\npush: applied\nbounce: refused\ngrey: not sent\n"
              "grey again: applied\nlook-up before a copy: unknown\n"
              "arrival: d1@northwind.example|Re: \"x\" {3}|Yes|1|ours\nagain: 0\n"
              "look-up: applied\nlook-up of another: unknown\nwatch begins: 0\nwatch quiet: 1\nwatch: 0\n");

    // Two were taken, byte for byte.
    const QDir out(folder.filePath(QStringLiteral("out")));
    EXPECT_EQ(out.entryList({QStringLiteral("*.eml")}).size(), 2);
    const QByteArray taken = contents(out.filePath(QStringLiteral("0001.eml")));
    EXPECT_EQ(taken, contents(folder.filePath(QStringLiteral("sent.eml"))));
    EXPECT_EQ(contents(out.filePath(QStringLiteral("0001.envelope"))),
              "rep@example.com\ndana@northwind.example\n");

    // An independent reader understands it.
    const std::string read =
        output(QStringLiteral("/usr/bin/python3"),
               {QStringLiteral(TOPLINE_SOURCE_DIR "/tests/mail/read_message.py"),
                out.filePath(QStringLiteral("0001.eml"))});
    for (const char *part :
         {"defects: []\n", "Subject: Größe und 日本語\n", "From: Sam Reyes <rep@example.com>\n",
          "In-Reply-To: <r1@x.example>\n",
          "types: ['multipart/alternative', 'text/plain', 'text/html']\n",
          "text: 'Grüße\\n.dot\\n..\\nFrom me\\n日本\\n\\n-- \\n1 High Street, Leeds\\n"})
        EXPECT_NE(read.find(part), std::string::npos) << part << "\n" << read;

    const Kept kept = expectUnmarked(folder);
    EXPECT_EQ(kept.inInbox, 2);
    EXPECT_EQ(kept.copies, 2);
}
