// A desktop of one's own for a test: a folder as home, and programs run in it with a real keyring,
// a locked one or none (with_keyring.sh). For tests on one thread; what cannot be started is a
// failed expectation. The folder goes with the object.
#pragma once

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace topline::platform {

class KeyringSession {
public:
    // The programs of Debian's gnome-keyring and dbus-daemon, without which there is no keyring to
    // test with.
    static bool isInstalled()
    {
        return !QStandardPaths::findExecutable(QStringLiteral("gnome-keyring-daemon")).isEmpty() &&
               !QStandardPaths::findExecutable(QStringLiteral("dbus-run-session")).isEmpty();
    }

    std::string home() const { return m_home.path().toStdString(); }

    void setDesktop(const std::string &name) { m_desktop = QString::fromStdString(name); }

    // Standard output of the command; `mode` is with_keyring.sh's.
    std::string run(const std::string &mode, const std::vector<std::string> &command,
                    const std::string &input = {})
    {
        QStringList arguments = {
            QStringLiteral(TOPLINE_SOURCE_DIR "/tests/platform/with_keyring.sh"), m_home.path(),
            QString::fromStdString(mode)};
        for (const std::string &word : command)
            arguments.append(QString::fromStdString(word));
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("TEST_DESKTOP"), m_desktop);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral("/bin/sh"), arguments);
        process.write(QByteArray::fromStdString(input));
        process.closeWriteChannel();
        EXPECT_TRUE(process.waitForFinished(patienceMs)) << mode;
        m_errors = process.readAllStandardError().toStdString();
        return process.readAllStandardOutput().toStdString();
    }

    // Standard error of the last command and of the desktop's services.
    const std::string &errors() const { return m_errors; }

private:
    static constexpr int patienceMs = 120'000;

    QTemporaryDir m_home;
    std::string m_errors;
    QString m_desktop = QStringLiteral("GNOME");
};

} // namespace topline::platform
