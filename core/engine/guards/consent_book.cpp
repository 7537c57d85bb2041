#include "core/engine/guards/consent_book.h"

#include "core/base/hash.h"
#include "core/domain/mail_providers.h"

#include <algorithm>
#include <map>
#include <utility>

namespace topline::engine {

using domain::Consent;
using domain::ConsentState;
using domain::DoNotContact;
using domain::Reach;

namespace {

base::Error noAddress(const ReachAddress &address)
{
    const bool isMail = address.reach == Reach::Mail;
    return {.code = base::ErrorCode::InvalidInput,
            .message =
                isMail ? "That is no mail address or domain." : "That is no telephone number.",
            .kept = "Nothing was changed.",
            .todo = "Give it in full, such as name@example.com or +49 30 123456."};
}

} // namespace

base::Status ConsentBook::loadKeys()
{
    if (m_keys)
        return {};
    TRY_ASSIGN(m_keys, m_step.tables().suppressed.keys());
    return {};
}

base::Result<std::vector<std::string>> ConsentBook::tags(const ReachAddress &address)
{
    TRY(loadKeys());
    std::vector<std::string> out;
    for (const std::string &text : spellingsOf(address)) {
        const auto some = tagsOf(text);
        out.insert(out.end(), some.begin(), some.end());
    }
    return out;
}

std::vector<std::string> ConsentBook::tagsOf(const std::string &text) const
{
    std::vector<std::string> out;
    for (const std::string &key : *m_keys)
        out.push_back(tagUnder(key, text));
    return out;
}

base::Result<std::string> ConsentBook::newTag(const ReachAddress &address)
{
    const std::string text = normalAddress(address);
    if (text.empty())
        return noAddress(address);
    TRY(loadKeys());
    if (m_keys->empty()) {
        auto &ids = m_step.context().ids;
        const std::string key = base::hex(base::sha256(ids.next().text() + ids.next().text()));
        TRY(m_step.tables().suppressed.addKey(key, m_step.now()));
        m_keys->push_back(key);
    }
    return tagUnder(m_keys->front(), text);
}

base::Result<std::vector<DoNotContact>> ConsentBook::stops(const ReachAddress &address)
{
    TRY_ASSIGN(const auto known, tags(address));
    TRY_ASSIGN(auto rows, m_step.tables().suppressed.standing(known));
    std::erase_if(rows, [&](const auto &row) { return row.reach != address.reach; });
    return rows;
}

base::Result<std::optional<DoNotContact>> ConsentBook::stop(const ReachAddress &address)
{
    TRY_ASSIGN(auto rows, stops(address));
    return rows.empty() ? std::optional<DoNotContact>() : std::optional(std::move(rows.front()));
}

base::Result<std::optional<Consent>> ConsentBook::consent(const ReachAddress &address)
{
    TRY_ASSIGN(const auto known, tags(address));
    TRY_ASSIGN(const auto rows, m_step.tables().consents.newest(known));
    std::optional<Consent> out;
    for (const auto &row : rows) {
        // Of two lists that were united the refusal counts.
        if (row.reach == address.reach && (!out || row.state == ConsentState::Withdrawn))
            out = row;
    }
    return out;
}

base::Result<std::vector<domain::ContactLimit>>
ConsentBook::limits(const domain::AccountHistory &history)
{
    TRY(loadKeys());
    std::vector<domain::ContactLimit> out;
    if (m_keys->empty())
        return out;
    std::map<std::string, std::vector<std::pair<domain::ContactId, Reach>>> whose;
    std::vector<std::string> asked;
    for (const auto &contact : history.contacts) {
        for (const auto &address : {mailOf(contact), phoneOf(contact, history.account.country)}) {
            TRY_ASSIGN(const auto known, tags(address));
            for (const std::string &tag : known) {
                whose[tag].emplace_back(contact.id, address.reach);
                asked.push_back(tag);
            }
        }
    }
    std::map<domain::ContactId, domain::ContactLimit> byContact;
    TRY_ASSIGN(const auto stops, m_step.tables().suppressed.standing(asked));
    for (const auto &row : stops) {
        for (const auto &[contact, reach] : whose[row.tag]) {
            auto &limit = byContact[contact];
            auto &way = reach == Reach::Mail ? limit.noMail : limit.noCall;
            if (reach == row.reach && !way)
                way = row.why;
        }
    }
    TRY_ASSIGN(const auto consents, m_step.tables().consents.newest(asked));
    for (const auto &row : consents) {
        for (const auto &[contact, reach] : whose[row.tag]) {
            auto &known = byContact[contact].mailConsent;
            if (reach == Reach::Mail && row.reach == Reach::Mail &&
                (!known || row.state == ConsentState::Withdrawn))
                known = row.state;
        }
    }
    for (auto &[contact, limit] : byContact) {
        limit.contact = contact;
        out.push_back(limit);
    }
    return out;
}

base::Status ConsentBook::put(const ReachAddress &address, domain::StopWhy why,
                              const std::string &note, std::string_view who)
{
    const std::string text = normalAddress(address);
    if (text.starts_with('@') && domain::mailProviderOf("all" + text))
        return base::Error{.code = base::ErrorCode::Refused,
                           .message = "That is a provider of mailboxes: it would stop everybody "
                                      "who has one there.",
                           .kept = "Nothing was changed.",
                           .todo = "Give the address of the person."};
    TRY_ASSIGN(const std::string tag, newTag(address));
    TRY_ASSIGN(const auto rows, m_step.tables().suppressed.standing(tagsOf(text)));
    const bool stands = std::any_of(rows.begin(), rows.end(), [&](const auto &row) {
        return row.reach == address.reach && row.why == why;
    });
    if (stands)
        return {};
    DoNotContact row;
    row.id = m_step.context().ids.next();
    row.tag = tag;
    row.reach = address.reach;
    row.why = why;
    row.note = note;
    row.atMs = m_step.now();
    TRY(m_step.tables().suppressed.add(row));
    m_step.changes().settings = true;
    return m_step.log(domain::LedgerKind::DoNotContact, who, domain::AccountId{},
                      {{"put", true},
                       {"row", row.id.text()},
                       {"scope", std::string(domain::reachName(row.reach))},
                       {"tag", row.tag},
                       {"why", std::string(domain::stopWhyName(why))}});
}

base::Status ConsentBook::release(const base::Uuid &id, const std::string &why)
{
    const bool hasReason = why.find_first_not_of(" \t\r\n") != std::string::npos;
    if (!hasReason)
        return base::Error{.code = base::ErrorCode::Refused,
                           .message = "A person is only taken off the list with a reason.",
                           .kept = "Nothing was changed.",
                           .todo = "Write down who asked for it, and when."};
    TRY(m_step.tables().suppressed.release(id, why, m_step.now()));
    m_step.changes().settings = true;
    return m_step.log(domain::LedgerKind::DoNotContact, actor::rep, domain::AccountId{},
                      {{"put", false}, {"row", id.text()}, {"why", why}});
}

base::Status ConsentBook::note(const ReachAddress &address, Consent consent, std::string_view who)
{
    if (normalAddress(address).starts_with('@')) // a company cannot agree for its people
        return noAddress(address);
    TRY_ASSIGN(consent.tag, newTag(address));
    consent.reach = address.reach;
    consent.atMs = m_step.now();
    if (consent.state == ConsentState::Given && who != actor::rep) {
        TRY_ASSIGN(const auto before, this->consent(address));
        if (before && before->state == ConsentState::Withdrawn)
            return base::Error{.code = base::ErrorCode::Refused,
                               .message = "This person has taken their consent back.",
                               .kept = "Nothing was changed.",
                               .todo = "Only a person's own word can give it again."};
    }
    TRY(m_step.tables().consents.add(m_step.context().ids.next(), consent));
    TRY(m_step.log(domain::LedgerKind::ConsentChanged, who, domain::AccountId{},
                   {{"basis", consent.basis},
                    {"scope", std::string(domain::reachName(consent.reach))},
                    {"source", consent.source},
                    {"state", std::string(domain::consentStateName(consent.state))},
                    {"tag", consent.tag}}));
    m_step.changes().settings = true;
    if (consent.state == ConsentState::Withdrawn)
        return put(address, domain::StopWhy::Withdrawn, {}, who);
    return {};
}

} // namespace topline::engine
