#include "tests/sim/channel_face.h"

#include "core/actions/mail_effect.h"
#include "core/base/text.h"
#include "core/intake/mail_signal.h"
#include "tests/base/hostile_html.h"

#include <algorithm>
#include <utility>

namespace topline::sim {

namespace {

constexpr const char *host = "ours.example";

// Made once; short ones, for a day has many.
const std::vector<std::string> &hostileTexts()
{
    static const std::vector<std::string> made = [] {
        std::vector<std::string> out;
        for (const auto &each :
             testing_html::hostileSamples({"/etc/passwd", "http://127.0.0.1:1"})) {
            if (each.html.size() < 4'000)
                out.push_back(each.html);
        }
        return out;
    }();
    return made;
}

std::string bounceOf(const actions::MailWire &wire)
{
    return "From: Mail Delivery System <MAILER-DAEMON@mx.example>\r\nTo: rep@ours.example\r\n"
           "Subject: Undelivered Mail\r\nAuto-Submitted: auto-replied\r\nMessage-ID: <b-" +
           wire.effectId +
           "@mx.example>\r\nContent-Type: multipart/report; report-type=delivery-status; "
           "boundary=\"b\"\r\n\r\n--b\r\n\r\nIt did not work.\r\n--b\r\nContent-Type: "
           "message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: "
           "rfc822; " +
           wire.to + "\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b\r\nContent-Type: " +
           "message/rfc822\r\n\r\nMessage-ID: <" + wire.messageId +
           ">\r\nSubject: hello\r\n\r\nHello\r\n\r\n--b--\r\n";
}

// Nothing of a bounce, which is no word of the person's; nor of a calendar program's.
std::optional<Word> wordOf(const domain::MailArrival &mail)
{
    switch (mail.kind) {
    case domain::MailKind::Bounce:
    case domain::MailKind::CalendarWord:
        return std::nullopt;
    case domain::MailKind::OutOfOffice:
        return Word::Away;
    case domain::MailKind::Unsubscribe:
    case domain::MailKind::Complaint:
        return Word::NoMore;
    case domain::MailKind::Reply:
    case domain::MailKind::OtherMail:
        break;
    }
    return Word::Answer;
}

} // namespace

domain::MailAccount simMailbox()
{
    domain::MailAccount out;
    out.address = out.user = std::string("rep@") + host;
    out.name = "Robin Vale";
    out.smtp = {"mail.ours.example", 465, domain::WireSafety::ImplicitTls};
    out.imap = {"mail.ours.example", 993, domain::WireSafety::ImplicitTls};
    out.postalAddress = "1 Main Street, Springfield";
    return out;
}

std::string recipientOf(const domain::Effect &effect)
{
    if (effect.channel != domain::Channel::Mail)
        return {};
    const auto wire = actions::readMailWire(effect);
    return wire.ok() ? base::lowerAscii(wire->to) : std::string();
}

base::Result<crm::Page> ChannelFace::pull(const std::string &cursor, const crm::CancelToken &)
{
    crm::Page page;
    const bool isAnew = std::exchange(m_countsAnew, false);
    const std::size_t from = cursor.empty() || isAnew ? 0 : std::stoull(cursor);
    for (std::size_t at = from; at < m_arrivals.size(); ++at)
        page.arrivals.push_back(m_arrivals[at]);
    page.nextCursor = std::to_string(std::max(from, m_arrivals.size()));
    return page;
}

void ChannelFace::answer(const domain::Effect &mail, base::UtcMs atMs, base::Random &random)
{
    const auto wire = actions::readMailWire(mail);
    if (!wire.ok())
        return;
    const std::string name = std::to_string(m_arrivals.size());
    const std::string rest = ">\r\nTo: rep@ours.example\r\nMessage-ID: <a" + name +
                             "@theirs.example>\r\nIn-Reply-To: <" + wire->messageId + ">\r\n";
    const std::string head = "From: Dana <" + wire->to + rest;
    const std::string html = "Content-Type: text/html; charset=utf-8\r\n\r\n";
    const std::string hostile = random.pick(hostileTexts());
    std::string bytes;
    switch (random.below(12)) {
    case 0:
        bytes = (random.chance(0.5) ? head : "From: Dana <dana@home" + name + ".example" + rest) +
                "Subject: " + actions::unsubscribeSubject(wire->effectId) + "\r\n" + html + hostile;
        break;
    case 1:
    case 2:
    case 3:
        bytes = head + "Subject: Away\r\nAuto-Submitted: auto-replied\r\n" + html +
                "<p>I am out of the office.</p>" + hostile;
        break;
    case 4:
        bytes = bounceOf(*wire);
        break;
    default:
        bytes =
            head + "Subject: Re: your mail\r\n" + html + "<p>Thanks, let us talk.</p>" + hostile;
    }
    const auto arrival =
        intake::readMailSignal(bytes, {simMailbox().address, host}, {atMs, "INBOX/1/" + name});
    if (!arrival)
        return;
    m_arrivals.push_back(*arrival);
    if (const auto word = wordOf(*arrival))
        m_news.push_back({*word, base::lowerAscii(wire->to), arrival->atMs,
                          arrival->from != base::lowerAscii(wire->to)});
}

} // namespace topline::sim
