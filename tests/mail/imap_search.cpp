#include "tests/mail/imap_search.h"

#include "tests/mail/smtp_fake.h"

#include <QDate>
#include <QDateTime>
#include <QLocale>
#include <QString>

namespace topline::fakes {

namespace {

class Search {
public:
    Search(const std::string &criteria, const SearchedMessage &message)
        : m_text(criteria)
        , m_message(message)
    {
    }

    bool matches()
    {
        const std::string key = word();
        if (key == "OR") {
            const bool first = matches();
            const bool second = matches();
            return first || second;
        }
        if (key == "UID") {
            const std::uint32_t from = static_cast<std::uint32_t>(std::stoul(word()));
            return m_message.uid >= from || m_message.isLast;
        }
        if (key == "SINCE") {
            const QDate day =
                QLocale::c().toDate(QString::fromStdString(word()), QStringLiteral("d-MMM-yyyy"));
            return QDateTime::fromMSecsSinceEpoch(m_message.atMs, Qt::UTC).date() >= day;
        }
        if (key == "HEADER") {
            const std::string name = word();
            return headerIn(m_message.bytes, name).find(word()) != std::string::npos;
        }
        if (key == "BODY")
            return m_message.bytes.find(word(), m_message.bytes.find("\r\n\r\n")) !=
                   std::string::npos;
        return false;
    }

private:
    std::string word()
    {
        while (m_at < m_text.size() && m_text[m_at] == ' ')
            ++m_at;
        const bool isQuoted = m_at < m_text.size() && m_text[m_at] == '"';
        const std::size_t begin = m_at + (isQuoted ? 1 : 0);
        const std::size_t end = std::min(m_text.find(isQuoted ? '"' : ' ', begin), m_text.size());
        m_at = end + 1;
        return m_text.substr(begin, end - begin);
    }

    const std::string &m_text;
    const SearchedMessage &m_message;
    std::size_t m_at = 0;
};

} // namespace

bool matchesSearch(const std::string &criteria, const SearchedMessage &message)
{
    return Search(criteria, message).matches();
}

} // namespace topline::fakes
