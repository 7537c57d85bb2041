// A TLS server of the openssl command on 127.0.0.1, with a certificate made for the test. Answers
// every GET with 200. Ends with the object; used on the test's thread. What cannot be started says
// so by isMade() or a port of 0.
#pragma once

#include <QTemporaryDir>

#include <string>
#include <sys/types.h>
#include <vector>

namespace topline::platform {

// A key and a certificate signed by it, in a folder that goes with the object.
class Certificate {
public:
    // `name` is its common and only alternative name.
    explicit Certificate(const std::string &name);

    bool isMade() const { return m_isMade; }

    // Makes it one that ended yesterday.
    bool expire();

    std::string keyPath() const { return m_folder.path().toStdString() + "/key.pem"; }

    std::string path() const { return m_folder.path().toStdString() + "/certificate.pem"; }

private:
    QTemporaryDir m_folder;
    bool m_isMade = false;
};

class TlsServer {
public:
    // `extra` are further arguments of "openssl s_server".
    explicit TlsServer(const Certificate &certificate, const std::vector<std::string> &extra = {});
    ~TlsServer();
    TlsServer(const TlsServer &) = delete;
    TlsServer &operator=(const TlsServer &) = delete;

    int port() const { return m_port; }

private:
    pid_t m_process = 0;
    int m_output = -1;
    int m_port = 0;
};

// False where there is no openssl command.
bool hasOpenssl();

} // namespace topline::platform
