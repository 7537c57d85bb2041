#include "tests/platform/tls_server.h"

#include <QStandardPaths>

namespace topline::platform {
namespace {

constexpr int patienceMs = 30'000;
const QString openssl = QStringLiteral("openssl");

bool runOpenssl(const QStringList &arguments)
{
    QProcess process;
    process.start(openssl, arguments);
    return process.waitForFinished(patienceMs) && process.exitCode() == 0;
}

} // namespace

bool hasOpenssl()
{
    return !QStandardPaths::findExecutable(openssl).isEmpty();
}

Certificate::Certificate(const std::string &name)
{
    const QString host = QString::fromStdString(name);
    m_isMade =
        runOpenssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                    QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                    QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"),
                    QStringLiteral("-subj"), QStringLiteral("/CN=") + host,
                    QStringLiteral("-addext"), QStringLiteral("subjectAltName=DNS:") + host,
                    QStringLiteral("-keyout"), keyPath(), QStringLiteral("-out"), path()});
}

bool Certificate::expire()
{
    return runOpenssl({QStringLiteral("x509"), QStringLiteral("-in"), path(),
                       QStringLiteral("-signkey"), keyPath(), QStringLiteral("-days"),
                       QStringLiteral("-1"), QStringLiteral("-out"), path()});
}

TlsServer::TlsServer(const Certificate &certificate, const QStringList &extra)
{
    m_process.start(openssl, QStringList{QStringLiteral("s_server"), QStringLiteral("-accept"),
                                         QStringLiteral("127.0.0.1:0"), QStringLiteral("-www"),
                                         QStringLiteral("-key"), certificate.keyPath(),
                                         QStringLiteral("-cert"), certificate.path()} +
                                 extra);
    // "ACCEPT 127.0.0.1:PORT"
    QByteArray said;
    while (!said.contains('\n') || !said.contains("ACCEPT")) {
        if (!m_process.waitForReadyRead(patienceMs))
            return;
        said += m_process.readAllStandardOutput();
    }
    const qsizetype line = said.indexOf("ACCEPT");
    const QByteArray where = said.mid(line, said.indexOf('\n', line) - line).trimmed();
    m_port = where.mid(where.lastIndexOf(':') + 1).toInt();
}

TlsServer::~TlsServer()
{
    m_process.kill();
    m_process.waitForFinished(patienceMs);
}

} // namespace topline::platform
