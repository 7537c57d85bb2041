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

} // namespace

TEST(RealMailServers, TakeReadAndFindWhatWasSentAndNothingIsMarked)
{
    const QString source = QStringLiteral(TOPLINE_SOURCE_DIR "/tests/mail/");
    QTemporaryDir folder(QDir::tempPath() + QStringLiteral("/topline_mail_XXXXXX"));
    const QString smtp = QString::number(freePort());
    const QString imap = QString::number(freePort());
    QProcess process;
    process.start(source + QStringLiteral("with_mail_servers.sh"),
                  {folder.path(), smtp, imap, QStringLiteral(TOPLINE_REAL_SERVERS_PROGRAM),
                   folder.path(), smtp, imap});
    ASSERT_TRUE(process.waitForFinished(120'000));
    if (process.exitCode() == 77)
        GTEST_SKIP() << "dovecot, openssl or python3-aiosmtpd is not installed";
    const std::string said = process.readAllStandardOutput().toStdString();
    ASSERT_EQ(process.exitCode(), 0)
        << said << process.readAllStandardError().toStdString()
        << contents(folder.filePath(QStringLiteral("dovecot.log"))).toStdString()
        << contents(folder.filePath(QStringLiteral("smtp.out"))).toStdString();
    EXPECT_EQ(said, "inspect: rep@example.com\npush: applied\nbounce: refused\ngrey: not sent\n"
                    "grey again: applied\nlook-up before a copy: unknown\n"
                    "arrival: d1@northwind.example|Re: \"x\" {3}|Yes|1|ours\nagain: 0\n"
                    "look-up: applied\nlook-up of another: unknown\nwatch quiet: 1\nwatch: 0\n");

    // Two were taken, byte for byte.
    const QDir out(folder.filePath(QStringLiteral("out")));
    EXPECT_EQ(out.entryList({QStringLiteral("*.eml")}).size(), 2);
    const QByteArray taken = contents(out.filePath(QStringLiteral("0001.eml")));
    EXPECT_EQ(taken, contents(folder.filePath(QStringLiteral("sent.eml"))));
    EXPECT_EQ(contents(out.filePath(QStringLiteral("0001.envelope"))),
              "rep@example.com\ndana@northwind.example\n");

    // An independent reader understands it.
    const std::string read =
        output(QStringLiteral("/usr/bin/python3"), {source + QStringLiteral("read_message.py"),
                                                    out.filePath(QStringLiteral("0001.eml"))});
    for (const char *part :
         {"defects: []\n", "Subject: Größe und 日本語\n", "From: Sam Reyes <rep@example.com>\n",
          "In-Reply-To: <r1@x.example>\n",
          "types: ['multipart/alternative', 'text/plain', 'text/html']\n",
          "text: 'Grüße\\n.dot\\n..\\nFrom me\\n日本\\n\\n-- \\n1 High Street, Leeds\\n"})
        EXPECT_NE(read.find(part), std::string::npos) << part << "\n" << read;

    // Dovecot writes flags behind ":2,"; the inbox has none, our own copies are seen.
    int inInbox = 0;
    int copies = 0;
    QDirIterator files(folder.filePath(QStringLiteral("mail/rep/Maildir")),
                       QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString parent = QFileInfo(path).dir().dirName();
        if (parent != QStringLiteral("cur") && parent != QStringLiteral("new"))
            continue;
        const bool isSeen = path.contains(QStringLiteral(":2,S"));
        const bool isCopy = path.contains(QStringLiteral("/.Sent/"));
        EXPECT_EQ(isSeen, isCopy) << path.toStdString();
        isCopy ? ++copies : ++inInbox;
    }
    EXPECT_EQ(inInbox, 2);
    EXPECT_EQ(copies, 2);
}
