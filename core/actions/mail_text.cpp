#include "core/actions/mail_text.h"

#include "core/base/text.h"

#include <QByteArray>
#include <QDateTime>
#include <QLocale>
#include <QString>
#include <QTimeZone>
#include <QUrl>

#include <algorithm>

namespace topline::actions {

namespace {

constexpr std::size_t lineLength = 76;
constexpr std::size_t wordBytes = 45; // of UTF-8 in one encoded word: 60 characters of base64

bool isPlain(unsigned char c)
{
    return c >= 0x20 && c < 0x7f;
}

bool isAsciiText(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), isPlain);
}

std::string base64(std::string_view bytes)
{
    return QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()))
        .toBase64()
        .toStdString();
}

std::string validUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toStdString();
}

// Behind a whole character.
std::size_t cutOf(std::string_view text, std::size_t limit)
{
    if (text.size() <= limit)
        return text.size();
    while (limit > 1 && (static_cast<unsigned char>(text[limit]) & 0xc0) == 0x80)
        --limit;
    return limit;
}

std::string encodedWords(std::string_view text, std::size_t used)
{
    const std::string valid = validUtf8(text);
    std::string_view left = valid;
    std::string out;
    // The first word shares its line with the header's name.
    std::size_t room = used + 12 < lineLength ? (lineLength - used - 12) / 4 * 3 : 0;
    room = std::clamp<std::size_t>(room, 6, wordBytes);
    while (!left.empty()) {
        const std::size_t cut = cutOf(left, out.empty() ? room : wordBytes);
        if (!out.empty())
            out += "\r\n ";
        out += "=?UTF-8?B?" + base64(left.substr(0, cut)) + "?=";
        left.remove_prefix(cut);
    }
    return out;
}

// Folds at single spaces; nothing when a word is too long for a line or spaces would get lost.
std::string folded(std::string_view text, std::size_t used)
{
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end == 0 || end > lineLength - 16)
            return {};
        if (!out.empty()) {
            const bool fits = used + 1 + end <= lineLength;
            out += fits ? " " : "\r\n ";
            used = fits ? used + 1 : 1;
        }
        out += text.substr(0, end);
        used += end;
        if (end + 1 == text.size())
            return {}; // ends with a space
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

bool isAtomText(char c)
{
    return base::lowerAscii(std::string(1, c))
               .find_first_of("abcdefghijklmnopqrstuvwxyz0123456789"
                              "!#$%&'*+-/=?^_`{|}~ ") == 0;
}

base::Error noAddress(std::string_view address, const std::string &why)
{
    return {.code = base::ErrorCode::Refused,
            .message = "“" + base::storableText(address, 200) + "” " + why,
            .kept = "Nothing was sent."};
}

} // namespace

base::Result<std::string> mailAddress(std::string_view address)
{
    const std::string_view text = base::trimmed(address);
    const std::size_t at = text.rfind('@');
    if (text.empty() || at == std::string_view::npos || at == 0 || at + 1 == text.size())
        return noAddress(address, "is not a mail address.");
    const std::string_view local = text.substr(0, at);
    if (!isAsciiText(local))
        return noAddress(address, "has letters before the @ that many mail servers refuse.");
    if (local.size() > 64 || local.front() == '.' || local.back() == '.' ||
        local.find("..") != std::string_view::npos ||
        local.find_first_of(" <>()[],;:\\\"@") != std::string_view::npos)
        return noAddress(address, "is not the address of one person.");
    const std::string_view host = text.substr(at + 1);
    const std::string ascii =
        QUrl::toAce(QString::fromUtf8(host.data(), static_cast<qsizetype>(host.size())))
            .toStdString();
    if (ascii.empty() || ascii.size() > 253 ||
        ascii.find_first_of(" <>()[],;:\\\"/") != std::string::npos || !isAsciiText(ascii))
        return noAddress(address, "has no name of a mail server behind the @.");
    return std::string(local) + '@' + ascii;
}

base::Status checkHeaderValue(std::string_view name, std::string_view value)
{
    if (std::none_of(value.begin(), value.end(),
                     [](unsigned char c) { return c < 0x20 || c == 0x7f; }))
        return {};
    return base::Error{.code = base::ErrorCode::Refused,
                       .message = "The " + std::string(name) +
                                  " holds a line end or another control character.",
                       .kept = "Nothing was sent.",
                       .place = base::Place{.file = "mail", .field = std::string(name)}};
}

std::string headerText(std::string_view text, std::size_t used)
{
    if (isAsciiText(text) && text.find("=?") == std::string_view::npos) {
        const std::string plain = folded(text, used);
        if (!plain.empty() || text.empty())
            return plain;
    }
    return encodedWords(text, used);
}

std::string headerMailbox(std::string_view name, const std::string &address, std::size_t used)
{
    name = base::trimmed(name);
    if (name.empty())
        return address;
    std::string shown;
    if (!isAsciiText(name) || name.size() > 50 || name.find("=?") != std::string_view::npos) {
        shown = encodedWords(name, used);
    } else if (std::all_of(name.begin(), name.end(), isAtomText)) {
        shown = std::string(name);
    } else {
        shown = "\"";
        for (const char c : name) {
            if (c == '"' || c == '\\')
                shown += '\\';
            shown += c;
        }
        shown += '"';
    }
    const std::size_t lastLine = shown.rfind('\n') == std::string::npos
                                     ? used + shown.size()
                                     : shown.size() - shown.rfind('\n') - 1;
    return shown + (lastLine + 3 + address.size() > lineLength ? "\r\n <" : " <") + address + '>';
}

std::string headerDate(base::UtcMs at)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
    return QLocale::c()
        .toString(time, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss '+0000'"))
        .toStdString();
}

std::string withCrLf(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + text.size() / 32 + 2);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r' || text[i] == '\n') {
            out += "\r\n";
            if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n')
                ++i;
        } else {
            out += text[i];
        }
    }
    if (out.size() < 2 || out.compare(out.size() - 2, 2, "\r\n") != 0)
        out += "\r\n";
    return out;
}

std::string quotedPrintable(std::string_view crLfText)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    std::size_t column = 0;
    for (std::size_t i = 0; i < crLfText.size(); ++i) {
        const auto byte = static_cast<unsigned char>(crLfText[i]);
        const std::string_view rest = crLfText.substr(i);
        if (rest.substr(0, 2) == "\r\n") {
            out += "\r\n";
            column = 0;
            ++i;
            continue;
        }
        const bool endsLine = rest.size() == 1 || rest.substr(1, 2) == "\r\n";
        const bool isBlank = byte == ' ' || byte == '\t';
        const bool isLiteral = (isPlain(byte) || byte == '\t') && byte != '=' &&
                               !(isBlank && endsLine) &&
                               !(column == 0 && (byte == '.' || rest.substr(0, 5) == "From "));
        if (column + (isLiteral ? 1 : 3) > lineLength - 1) {
            out += "=\r\n";
            column = 0;
            --i; // at the beginning of a line it may have to be encoded
            continue;
        }
        if (isLiteral) {
            out += static_cast<char>(byte);
            ++column;
        } else {
            out += {'=', digits[byte >> 4], digits[byte & 0xf]};
            column += 3;
        }
    }
    return out;
}

std::string base64Lines(std::string_view bytes)
{
    const std::string text = base64(bytes);
    std::string out;
    for (std::size_t at = 0; at < text.size(); at += lineLength)
        out += text.substr(at, lineLength) + "\r\n";
    return out;
}

} // namespace topline::actions
