#include "tests/mail/tls_connection.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

#include <unistd.h>

namespace topline::fakes {

TlsConnection::TlsConnection(int descriptor, const platform::Certificate &certificate)
{
    m_socket.setSocketDescriptor(::dup(descriptor));
    QFile keyFile(QString::fromStdString(certificate.keyPath()));
    if (keyFile.open(QIODevice::ReadOnly))
        m_socket.setPrivateKey(QSslKey(keyFile.readAll(), QSsl::Ec));
    const auto chain = QSslCertificate::fromPath(QString::fromStdString(certificate.path()));
    if (!chain.isEmpty())
        m_socket.setLocalCertificate(chain.first());
}

bool TlsConnection::startTls()
{
    m_socket.startServerEncryption();
    return m_socket.waitForEncrypted(10'000);
}

bool TlsConnection::fill()
{
    if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(-1))
        return false;
    m_buffer += m_socket.readAll().toStdString();
    return true;
}

bool TlsConnection::hasMore(int waitMs)
{
    return !m_buffer.empty() || m_socket.bytesAvailable() > 0 || m_socket.waitForReadyRead(waitMs);
}

std::optional<std::string> TlsConnection::readLine()
{
    std::size_t end = std::string::npos;
    while ((end = m_buffer.find("\r\n")) == std::string::npos) {
        if (!fill())
            return std::nullopt;
    }
    std::string line = m_buffer.substr(0, end);
    m_buffer.erase(0, end + 2);
    return line;
}

std::optional<std::string> TlsConnection::readBytes(std::size_t count)
{
    while (m_buffer.size() < count) {
        if (!fill())
            return std::nullopt;
    }
    std::string bytes = m_buffer.substr(0, count);
    m_buffer.erase(0, count);
    return bytes;
}

bool TlsConnection::write(std::string_view bytes)
{
    if (m_socket.write(bytes.data(), static_cast<qint64>(bytes.size())) < 0)
        return false;
    while (m_socket.bytesToWrite() > 0 || m_socket.encryptedBytesToWrite() > 0) {
        if (!m_socket.waitForBytesWritten(10'000))
            return false;
    }
    return true;
}

} // namespace topline::fakes
