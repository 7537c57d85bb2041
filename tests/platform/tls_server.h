// A TLS server of the openssl command on 127.0.0.1, with a certificate made for the test. Answers
// every GET with 200. Ends with the object; used on the test's thread.
#pragma once

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <string>

namespace topline::platform {

// A key and a certificate signed by it, in a folder that goes with the object.
class Certificate {
public:
    // `name` is its common and only alternative name.
    explicit Certificate(const std::string &name);

    bool isMade() const { return m_isMade; }

    // Makes it one that ended yesterday.
    bool expire();

    QString keyPath() const { return m_folder.filePath(QStringLiteral("key.pem")); }

    QString path() const { return m_folder.filePath(QStringLiteral("certificate.pem")); }

private:
    QTemporaryDir m_folder;
    bool m_isMade = false;
};

class TlsServer {
public:
    explicit TlsServer(const Certificate &certificate, const QStringList &extra = {});
    ~TlsServer();
    TlsServer(const TlsServer &) = delete;
    TlsServer &operator=(const TlsServer &) = delete;

    // 0 when it did not start.
    int port() const { return m_port; }

private:
    QProcess m_process;
    int m_port = 0;
};

// False where there is no openssl command.
bool hasOpenssl();

} // namespace topline::platform
