#include "core/engine/channels/mail_book.h"

#include "core/actions/mail_footer.h"
#include "core/actions/mail_text.h"
#include "core/base/refusal.h"
#include "core/base/text.h"
#include "core/plays/work_calendar_places.h"

#include <algorithm>

namespace topline::engine {

namespace {

constexpr std::size_t nameBytesMax = 120;

} // namespace

base::Result<std::optional<domain::MailAccount>> senderOf(Step &step, const domain::Action &action)
{
    TRY_ASSIGN(auto mailbox, step.tables().mail.account());
    if (!mailbox || !mailbox->language.empty())
        return mailbox;
    TRY_ASSIGN(const auto account, step.tables().records.account(action.account));
    mailbox->language =
        actions::footerLanguageOf(account ? plays::countryCode(account->country) : std::string());
    return mailbox;
}

base::Result<std::string> recipientName(Step &step, const domain::Action &action)
{
    if (!action.contact.isSet())
        return std::string();
    TRY_ASSIGN(const auto contact, step.tables().records.contact(action.contact));
    const auto same = [](std::string_view one, std::string_view other) {
        return base::lowerAscii(base::trimmed(one)) == base::lowerAscii(base::trimmed(other));
    };
    if (!contact || !same(contact->email, action.draft.to))
        return std::string();
    // A CRM lets anything into a name; a header does not.
    std::string out = base::storableText(contact->fullName(), nameBytesMax);
    std::replace_if(
        out.begin(), out.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
    return std::string(base::trimmed(out));
}

base::Result<std::optional<domain::MailAccount>> MailBook::account() const
{
    return m_context.tables().mail.account();
}

base::Status MailBook::setAccount(const domain::MailAccount &account)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "mailbox"));
    TRY(step.tables().mail.setAccount(account));
    return step.commit();
}

base::Status MailBook::setTexts(const domain::MailAccount &texts)
{
    TRY_ASSIGN(auto known, account());
    if (!known)
        return base::Error{.code = base::ErrorCode::NotFound,
                           .message = "No mailbox is connected.",
                           .kept = "Nothing was changed.",
                           .todo = "Connect one first."};
    known->name = base::trimmed(texts.name);
    known->signature = texts.signature;
    known->postalAddress = texts.postalAddress;
    known->unsubscribeUrl = base::trimmed(texts.unsubscribeUrl);
    known->replyTo = base::trimmed(texts.replyTo);
    known->language = texts.language;
    if (!known->replyTo.empty()) {
        const auto address = actions::mailAddress(known->replyTo);
        if (!address.ok())
            return base::wrongField("replyTo", address.error().message,
                                    "Leave it empty to get answers at the mailbox itself.");
        known->replyTo = *address;
    }
    if (const auto name = actions::checkHeaderValue("name", known->name); !name.ok())
        return base::wrongField("name", name.error().message, {});
    if (!known->unsubscribeUrl.empty() && !known->unsubscribeUrl.starts_with("https://"))
        return base::wrongField("unsubscribeUrl",
                                "The address for unsubscribing must begin with https://.",
                                "Leave it empty if you have none.");
    if (!actions::isFooterLanguage(known->language))
        return base::wrongField("language", "There is no footer in this language.", {});
    return setAccount(*known);
}

base::Status MailBook::removeAccount()
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "mailbox"));
    TRY(step.tables().mail.removeAccount());
    return step.commit();
}

} // namespace topline::engine
