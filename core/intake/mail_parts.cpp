#include "core/intake/mail_parts.h"

#include "core/base/text.h"
#include "core/intake/mail_words.h"

#include <algorithm>
#include <gmime/gmime.h>
#include <memory>
#include <mutex>

namespace topline::intake {

namespace {

constexpr std::size_t headBytesMax = std::size_t{256} * 1024;
constexpr std::size_t valueBytesMax = std::size_t{16} * 1024;
constexpr std::size_t textBytesMax = std::size_t{256} * 1024;    // read of one part
constexpr std::size_t calendarBytesMax = std::size_t{64} * 1024; // an answer has one short entry
constexpr std::size_t headersMax = 300;
constexpr std::size_t nestingMax = 60;
constexpr int depthMax = 20;
constexpr int partsMax = 200;

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};

template <typename T> using Handle = std::unique_ptr<T, Unref>;

void startOnce()
{
    static std::once_flag started;
    std::call_once(started, [] { g_mime_init(); });
}

// Where the head ends, with its blank line.
std::size_t headLength(std::string_view bytes)
{
    for (std::size_t at = bytes.find('\n'); at != std::string_view::npos;
         at = bytes.find('\n', at + 1)) {
        const std::string_view rest = bytes.substr(at + 1, 2);
        if (rest.substr(0, 1) == "\n" || rest == "\r\n")
            return at + 1 + (rest.front() == '\n' ? 1U : 2U);
    }
    return bytes.size();
}

// Every line is compared with the boundary of every part around it, so that nesting multiplies the
// time; a message with more of it is read by its head alone.
bool isTooNested(std::string_view bytes)
{
    std::size_t count = 0;
    for (const std::string_view word : {"oundary", "rfc822"}) {
        for (std::size_t at = bytes.find(word); at != std::string_view::npos;
             at = bytes.find(word, at + word.size())) {
            if (++count > nestingMax)
                return true;
        }
    }
    return false;
}

std::string oneLine(const char *text)
{
    return text ? printable(std::string_view(text).substr(0, valueBytesMax), false) : std::string();
}

MailHeaders headersOf(GMimeObject *object)
{
    MailHeaders out;
    GMimeHeaderList *list = g_mime_object_get_header_list(object);
    const int count = g_mime_header_list_get_count(list);
    for (int i = 0; i < count && out.size() < headersMax; ++i) {
        GMimeHeader *header = g_mime_header_list_get_header_at(list, i);
        out.emplace_back(base::lowerAscii(oneLine(g_mime_header_get_name(header))),
                         oneLine(g_mime_header_get_value(header)));
    }
    return out;
}

std::string rawContent(GMimePart *part)
{
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    if (!content)
        return {};
    const Handle<GMimeStream> memory(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, memory.get());
    const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
    const std::string_view view(reinterpret_cast<const char *>(bytes->data), bytes->len);
    return std::string(view.substr(0, textBytesMax));
}

std::string textOf(GMimePart *part)
{
    std::string bytes = rawContent(part);
    const char *charset = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
    const std::string name = base::lowerAscii(charset ? charset : "");
    if (!name.empty() && name != "utf-8" && name != "utf8" && name != "us-ascii") {
        // iconv of a stranger's choice of name; what it does not know stays as it is.
        const iconv_t converter = g_mime_iconv_open("UTF-8", name.c_str());
        if (converter != reinterpret_cast<iconv_t>(-1)) {
            char *converted = g_mime_iconv_strndup(converter, bytes.data(), bytes.size());
            if (converted)
                bytes = converted;
            g_free(converted);
            g_mime_iconv_close(converter);
        }
    }
    return printable(bytes, true);
}

class Reader {
public:
    explicit Reader(MailContent &out)
        : m_out(out)
    {
    }

    void read(GMimeObject *object, int depth) // NOLINT(misc-no-recursion): depthMax
    {
        if (!object || depth > depthMax || ++m_parts > partsMax)
            return;
        if (GMIME_IS_MULTIPART(object)) {
            noteReport(object);
            auto *parts = GMIME_MULTIPART(object);
            const int count = g_mime_multipart_get_count(parts);
            for (int i = 0; i < count; ++i)
                read(g_mime_multipart_get_part(parts, i), depth + 1);
        } else if (GMIME_IS_MESSAGE_PART(object)) {
            GMimeMessage *inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
            if (inner && m_out.returned.empty())
                m_out.returned = headersOf(GMIME_OBJECT(inner));
        } else if (GMIME_IS_PART(object)) {
            readLeaf(GMIME_PART(object));
        }
    }

    void finish()
    {
        if (m_out.text.empty())
            m_out.text = textOfHtml(m_out.html);
    }

private:
    void noteReport(GMimeObject *object)
    {
        GMimeContentType *type = g_mime_object_get_content_type(object);
        if (!m_out.reportType.empty() || !g_mime_content_type_is_type(type, "multipart", "report"))
            return;
        const char *report = g_mime_content_type_get_parameter(type, "report-type");
        m_out.reportType = base::lowerAscii(oneLine(report));
    }

    void readLeaf(GMimePart *part)
    {
        GMimeContentType *type = g_mime_object_get_content_type(GMIME_OBJECT(part));
        const auto is = [type](const char *media, const char *subtype) {
            return g_mime_content_type_is_type(type, media, subtype) != FALSE;
        };
        if (is("message", "delivery-status") || is("message", "global-delivery-status")) {
            m_out.deliveryStatus = textOf(part);
        } else if (is("message", "feedback-report")) {
            m_out.feedback = textOf(part);
        } else if (is("text", "rfc822-headers") || is("message", "global-headers")) {
            if (m_out.returned.empty())
                m_out.returned = readFields(textOf(part));
        } else if (is("text", "calendar") || is("application", "ics") || isCalendarFile(part)) {
            takeCalendar(part);
        } else if (is("text", "*")) {
            const std::string text = textOf(part);
            if (is("text", "html") && m_out.html.empty() && !isAttached(part))
                m_out.html = text;
            else if (!is("text", "html") && m_out.text.empty() && !isAttached(part))
                m_out.text = text;
            m_out.allText +=
                text.substr(0, textBytesMax - std::min(textBytesMax, m_out.allText.size()));
            m_out.allText += '\n';
        }
    }

    static bool isAttached(GMimePart *part)
    {
        const char *disposition = g_mime_object_get_disposition(GMIME_OBJECT(part));
        return disposition && base::lowerAscii(disposition) == "attachment";
    }

    static bool isCalendarFile(GMimePart *part)
    {
        const char *name = g_mime_part_get_filename(part);
        return name && base::lowerAscii(name).ends_with(".ics");
    }

    void takeCalendar(GMimePart *part)
    {
        const std::string raw = rawContent(part);
        // A zero byte: no encoding that calendars may have.
        const bool isText = raw.size() <= calendarBytesMax && raw.find('\0') == std::string::npos;
        if (m_out.calendar.empty() && isText)
            m_out.calendar = textOf(part);
    }

    MailContent &m_out;
    int m_parts = 0;
};

void readSender(GMimeMessage *message, MailContent &out)
{
    const std::string date = headerOf(out.headers, "date");
    if (GDateTime *time = date.empty() ? nullptr : g_mime_utils_header_decode_date(date.c_str())) {
        out.sentMs = g_date_time_to_unix(time) * base::secondMs;
        g_date_time_unref(time);
    }
    InternetAddressList *from = g_mime_message_get_from(message);
    const int count = from ? internet_address_list_length(from) : 0;
    for (int i = 0; i < count && i < 20; ++i) {
        InternetAddress *one = internet_address_list_get_address(from, i);
        if (!INTERNET_ADDRESS_IS_MAILBOX(one))
            continue;
        out.fromAddress = base::lowerAscii(
            oneLine(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(one))));
        out.fromName = oneLine(internet_address_get_name(one));
        return;
    }
}

} // namespace

std::string headerOf(const MailHeaders &headers, std::string_view name)
{
    const auto found = std::find_if(headers.begin(), headers.end(),
                                    [name](const auto &one) { return one.first == name; });
    return found == headers.end() ? std::string() : found->second;
}

std::optional<MailContent> readContent(std::string_view bytes)
{
    bytes = bytes.substr(0, mailBytesMax);
    const std::size_t head = headLength(bytes);
    if (head > headBytesMax || bytes.empty())
        return std::nullopt;
    if (isTooNested(bytes))
        bytes = bytes.substr(0, head);
    startOnce();
    const Handle<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const Handle<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const Handle<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
    if (!message)
        return std::nullopt;
    MailContent out;
    out.headers = headersOf(GMIME_OBJECT(message.get()));
    if (out.headers.empty())
        return std::nullopt;
    readSender(message.get(), out);
    Reader reader(out);
    reader.read(g_mime_message_get_mime_part(message.get()), 0);
    reader.finish();
    return out;
}

MailHeaders readFields(std::string_view text)
{
    MailHeaders out;
    while (!text.empty() && out.size() < headersMax) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t colon = line.find(':');
        if (base::trimmed(line).empty()) {
            if (!out.empty() && !out.back().first.empty())
                out.emplace_back();
        } else if ((line.front() == ' ' || line.front() == '\t') && !out.empty()) {
            std::string &value = out.back().second;
            if (value.size() < valueBytesMax)
                value += ' ' + std::string(base::trimmed(line.substr(0, valueBytesMax)));
        } else if (colon != std::string_view::npos) {
            out.emplace_back(base::lowerAscii(base::trimmed(line.substr(0, colon))),
                             base::trimmed(line.substr(colon + 1).substr(0, valueBytesMax)));
        }
    }
    return out;
}

std::vector<std::string> messageIds(std::string_view text)
{
    std::vector<std::string> out;
    std::size_t begin = text.find('<');
    while (begin != std::string_view::npos && out.size() < 100) {
        const std::size_t end = text.find_first_of("<> \t\r\n", begin + 1);
        if (end == std::string_view::npos)
            break;
        const std::string_view id = text.substr(begin + 1, end - begin - 1);
        if (text[end] == '>' && !id.empty() && id.size() <= 400)
            out.emplace_back(id);
        begin = text.find('<', end);
    }
    return out;
}

} // namespace topline::intake
