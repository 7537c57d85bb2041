#include "core/plays/suppression_address.h"

#include <QString>
#include <QUrl>

#include <array>
#include <utility>

namespace topline::plays {

namespace {

struct CallingCode {
    std::string_view country;
    std::string_view code;
    std::string_view trunk; // left out when called from abroad
};

// Countries whose national numbers can be told apart from international ones.
constexpr std::array callingCodes = {
    CallingCode{"AT", "43", "0"}, CallingCode{"AU", "61", "0"}, CallingCode{"BE", "32", "0"},
    CallingCode{"CA", "1", "1"},  CallingCode{"CH", "41", "0"}, CallingCode{"DE", "49", "0"},
    CallingCode{"DK", "45", ""},  CallingCode{"ES", "34", ""},  CallingCode{"FI", "358", "0"},
    CallingCode{"FR", "33", "0"}, CallingCode{"GB", "44", "0"}, CallingCode{"IE", "353", "0"},
    CallingCode{"IT", "39", ""},  CallingCode{"JP", "81", "0"}, CallingCode{"NL", "31", "0"},
    CallingCode{"NO", "47", ""},  CallingCode{"NZ", "64", "0"}, CallingCode{"PL", "48", ""},
    CallingCode{"PT", "351", ""}, CallingCode{"SE", "46", "0"}, CallingCode{"US", "1", "1"},
};
constexpr std::size_t digitsMin = 5;

QString trimmed(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).trimmed();
}

QString inner(const QString &text)
{
    const auto open = text.lastIndexOf(QLatin1Char('<'));
    const auto close = text.lastIndexOf(QLatin1Char('>'));
    QString out = open >= 0 && close > open ? text.mid(open + 1, close - open - 1) : text;
    out = out.trimmed();
    if (out.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive))
        out = out.mid(7);
    return out;
}

QString host(QString text)
{
    while (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    const QString lower = text.toLower();
    const QByteArray ascii = QUrl::toAce(lower);
    return ascii.isEmpty() ? lower : QString::fromLatin1(ascii).toLower();
}

// Without an extension: "ext. 9", "x9", "#9", ";ext=9".
QString withoutExtension(const QString &text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text.at(at);
        if (c.isLetter() || c == QLatin1Char('#') || c == QLatin1Char(';'))
            return text.left(at);
    }
    return text;
}

QString withoutScheme(QString text)
{
    if (text.startsWith(QLatin1String("tel:"), Qt::CaseInsensitive))
        text = text.mid(4);
    return text;
}

std::string digitsOf(const QString &text)
{
    std::string out;
    for (const QChar c : text) {
        if (c.digitValue() >= 0)
            out += static_cast<char>('0' + c.digitValue());
    }
    return out;
}

} // namespace

std::string normalMail(std::string_view text)
{
    const QString address = inner(trimmed(text).normalized(QString::NormalizationForm_C));
    const auto at = address.lastIndexOf(QLatin1Char('@'));
    if (at <= 0 || at + 1 >= address.size() || address.contains(QLatin1Char(' ')))
        return {};
    const QString name = host(address.mid(at + 1));
    if (name.isEmpty())
        return {};
    return address.left(at).toLower().toStdString() + '@' + name.toStdString();
}

std::string mailHost(std::string_view text)
{
    const std::string address = normalMail(text);
    const auto at = address.rfind('@');
    return at == std::string::npos ? std::string() : address.substr(at + 1);
}

std::string normalDomain(std::string_view text)
{
    QString name = trimmed(text).normalized(QString::NormalizationForm_C);
    if (const auto scheme = name.indexOf(QLatin1String("://")); scheme >= 0)
        name = name.mid(scheme + 3);
    if (name.startsWith(QLatin1String("www."), Qt::CaseInsensitive))
        name = name.mid(4);
    if (name.startsWith(QLatin1Char('@')))
        name = name.mid(1);
    name = host(name.section(QLatin1Char('/'), 0, 0));
    const bool isName = name.indexOf(QLatin1Char('.')) > 0 && !name.contains(QLatin1Char('@')) &&
                        !name.contains(QLatin1Char(' ')) && !name.contains(QLatin1String(".."));
    return isName ? "@" + name.toStdString() : std::string();
}

std::vector<std::string> domainsOf(std::string_view address)
{
    std::vector<std::string> out;
    std::string name = mailHost(address);
    while (name.find('.') != std::string::npos) {
        out.push_back("@" + name);
        name = name.substr(name.find('.') + 1);
    }
    return out;
}

std::string normalPhone(std::string_view text, std::string_view countryCode)
{
    QString number = withoutExtension(withoutScheme(trimmed(text)));
    const bool isInternational =
        number.startsWith(QLatin1Char('+')) || number.startsWith(QLatin1String("00"));
    if (isInternational)
        number.remove(QLatin1String("(0)"));
    std::string digits = digitsOf(number);
    if (isInternational && !number.startsWith(QLatin1Char('+')))
        digits.erase(0, 2);
    if (digits.size() < digitsMin)
        return {};
    if (isInternational)
        return '+' + digits;
    for (const auto &[country, code, trunk] : callingCodes) {
        if (country != countryCode)
            continue;
        const bool hasTrunk = !trunk.empty() && digits.starts_with(trunk);
        return '+' + std::string(code) + (hasTrunk ? digits.substr(trunk.size()) : digits);
    }
    return digits;
}

} // namespace topline::plays
