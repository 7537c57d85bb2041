// A whole morning at the window against real servers, in a program of its own with a home of its
// own; what it prints is checked here. Skipped where Dovecot, aiosmtpd or Radicale is missing.
#include "tests/fakes/socket_io.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>
#include <map>
#include <unistd.h>

namespace {

constexpr int patienceMs = 290'000;

QString freePort()
{
    int port = 0;
    const int listener = topline::fakes::listenOnLoopback(port);
    ::close(listener);
    return QString::number(port);
}

std::map<std::string, std::string> factsOf(const QByteArray &said)
{
    std::map<std::string, std::string> out;
    for (const QByteArray &line : said.split('\n')) {
        const auto colon = line.indexOf(": ");
        if (colon > 0)
            out[line.left(colon).toStdString()] = line.mid(colon + 2).toStdString();
    }
    return out;
}

} // namespace

TEST(Morning, FortyActionsByKeysArriveOnceAtEveryServer)
{
    QTemporaryDir folder(QDir::tempPath() + QStringLiteral("/topline_morning_XXXXXX"));
    const QString smtp = freePort();
    const QString imap = freePort();
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), folder.path());
    environment.insert(QStringLiteral("XDG_STATE_HOME"), folder.filePath(QStringLiteral("state")));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(TOPLINE_SOURCE_DIR "/tests/mail/with_mail_servers.sh"),
                  {folder.path(), smtp, imap, QStringLiteral(TOPLINE_MORNING_PROGRAM),
                   folder.path(), smtp, imap});
    ASSERT_TRUE(process.waitForFinished(patienceMs))
        << process.readAllStandardOutput().toStdString();
    if (process.exitCode() == 77)
        GTEST_SKIP() << "dovecot, radicale, openssl or python3-aiosmtpd is not installed";
    const QByteArray said = process.readAllStandardOutput();
    const QString pictures = qEnvironmentVariable("TOPLINE_PICTURES");
    if (!pictures.isEmpty()) {
        QDir().mkpath(pictures);
        const QDir taken(folder.filePath(QStringLiteral("pictures")));
        for (const QString &name : taken.entryList(QDir::Files))
            QFile::copy(taken.filePath(name), QDir(pictures).filePath(name));
    }
    SCOPED_TRACE(said.toStdString() + process.readAllStandardError().toStdString());
    ASSERT_EQ(process.exitCode(), 0);
    auto facts = factsOf(said);
    EXPECT_GE(std::stoi(facts["worked"]), 40);
    EXPECT_EQ(facts["all sent"], "yes");
    EXPECT_EQ(facts["answers"], "2");
    EXPECT_EQ(facts["answer sent"], "yes");
    EXPECT_EQ(facts["answers in their thread"], "1");
    EXPECT_GE(std::stoi(facts["mails at the server"]), 15);
    EXPECT_GE(std::stoi(facts["objects in the CRM"]), 15);
    for (const char *none : {"lies", "twice", "ghosts", "waiting", "marked as read"})
        EXPECT_EQ(facts[none], "0") << none;
}
