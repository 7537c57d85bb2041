#include "core/calendar/dav_xml.h"

#include "core/base/text.h"

#include <QByteArray>
#include <QString>
#include <QXmlStreamReader>

#include <algorithm>

namespace topline::calendar {

namespace {

constexpr int depthMax = 24;
constexpr int elementsMax = 200'000;
constexpr std::size_t responsesMax = 20'000;

base::Error notReadable()
{
    return {.code = base::ErrorCode::InvalidInput,
            .message = "The calendar's answer cannot be read."};
}

std::string nameOf(const QXmlStreamReader &xml)
{
    return xml.namespaceUri().toString().toStdString() + ' ' + xml.name().toString().toStdString();
}

// "HTTP/1.1 200 OK".
int statusOf(const std::string &line)
{
    const std::size_t space = line.find(' ');
    if (space == std::string::npos || line.size() < space + 4)
        return 0;
    int out = 0;
    for (std::size_t i = space + 1; i < space + 4; ++i) {
        if (line[i] < '0' || line[i] > '9')
            return 0;
        out = out * 10 + (line[i] - '0');
    }
    return out;
}

class Reader {
public:
    explicit Reader(const std::string &xml)
        : m_xml(QByteArray::fromRawData(xml.data(), static_cast<qsizetype>(xml.size())))
    {
    }

    base::Result<DavMultistatus> read()
    {
        while (!m_xml.atEnd() && m_isFine) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::StartElement:
                begin();
                break;
            case QXmlStreamReader::EndElement:
                end();
                break;
            case QXmlStreamReader::Characters:
                if (!m_path.empty())
                    m_text += m_xml.text().toString().toStdString();
                break;
            case QXmlStreamReader::DTD:
            case QXmlStreamReader::EntityReference:
                m_isFine = false;
                break;
            default:
                break;
            }
        }
        if (!m_isFine || m_xml.hasError() || !m_wasMultistatus)
            return notReadable();
        return std::move(m_out);
    }

private:
    bool isAt(std::size_t depth, std::string_view name) const
    {
        return m_path.size() > depth && m_path[depth] == name;
    }

    // multistatus / response / propstat / prop / PROPERTY / …
    void begin()
    {
        const std::string name = nameOf(m_xml);
        if (m_path.size() >= depthMax || ++m_elements > elementsMax) {
            m_isFine = false;
            return;
        }
        if (m_path.empty())
            m_isFine = m_wasMultistatus = name == "DAV: multistatus";
        m_path.push_back(name);
        if (m_path.size() == 2 && name == "DAV: response") {
            m_out.responses.emplace_back();
            m_isFine = m_out.responses.size() <= responsesMax;
        } else if (m_path.size() == 3 && name == "DAV: propstat") {
            m_properties.clear();
            m_propertyStatus = 0;
        } else if (m_path.size() == 5 && isAt(2, "DAV: propstat") && isAt(3, "DAV: prop")) {
            m_properties.push_back({name, {}, {}, {}});
        } else if (m_path.size() > 5 && !m_properties.empty()) {
            const QString attribute = m_xml.attributes().value(QLatin1String("name")).toString();
            m_properties.back().kinds.push_back(
                attribute.isEmpty() ? name : name + ' ' + attribute.toStdString());
        }
        m_text.clear();
    }

    void end()
    {
        const std::string text(base::trimmed(m_text));
        const std::string name = m_path.back();
        const std::size_t depth = m_path.size();
        if (depth == 2 && name == "DAV: sync-token")
            m_out.syncToken = text;
        if (depth >= 3 && isAt(1, "DAV: response"))
            endOfResponse(name, depth, text);
        m_path.pop_back();
        m_text.clear();
    }

    void endOfResponse(const std::string &name, std::size_t depth, const std::string &text)
    {
        DavResponse &response = m_out.responses.back();
        if (depth == 3 && name == "DAV: href")
            response.href = text;
        else if (depth == 3 && name == "DAV: status")
            response.status = statusOf(text);
        else if (depth == 4 && name == "DAV: status" && isAt(2, "DAV: propstat"))
            m_propertyStatus = statusOf(text);
        else if (depth == 3 && name == "DAV: propstat" && m_propertyStatus / 100 == 2)
            std::move(m_properties.begin(), m_properties.end(),
                      std::back_inserter(response.properties));
        else if (depth == 5 && !m_properties.empty() && isAt(3, "DAV: prop"))
            m_properties.back().text = text;
        else if (depth > 5 && name == "DAV: href" && !m_properties.empty())
            m_properties.back().hrefs.push_back(text);
    }

    QXmlStreamReader m_xml;
    DavMultistatus m_out;
    std::vector<std::string> m_path;
    std::string m_text;
    std::vector<DavProperty> m_properties; // of the propstat under way
    int m_propertyStatus = 0;
    int m_elements = 0;
    bool m_isFine = true;
    bool m_wasMultistatus = false;
};

} // namespace

const DavProperty *DavResponse::property(std::string_view name) const
{
    const auto found = std::find_if(properties.begin(), properties.end(),
                                    [name](const DavProperty &one) { return one.name == name; });
    return found == properties.end() ? nullptr : &*found;
}

std::string DavResponse::text(std::string_view name) const
{
    const DavProperty *found = property(name);
    return found ? found->text : std::string();
}

base::Result<DavMultistatus> readMultistatus(const std::string &xml)
{
    return Reader(xml).read();
}

std::string davPrecondition(const std::string &body)
{
    QXmlStreamReader xml(QByteArray::fromRawData(
        body.data(), static_cast<qsizetype>(std::min<std::size_t>(body.size(), 10'000))));
    for (int i = 0; i < 20 && !xml.atEnd(); ++i) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::DTD)
            return {};
        if (token == QXmlStreamReader::StartElement && nameOf(xml) != "DAV: error")
            return nameOf(xml);
    }
    return {};
}

std::string xmlEscaped(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
        .toHtmlEscaped()
        .toStdString();
}

} // namespace topline::calendar
