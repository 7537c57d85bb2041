#include "tests/crm/hubspot_bench.h"

#include "core/base/hash.h"
#include "core/crm/hubspot_json.h"

#include <QJsonArray>
#include <QJsonObject>

namespace topline::crm {

std::optional<domain::ObjectProgress>
HubSpotBench::Pulled::progress(const std::string &object) const
{
    std::optional<domain::ObjectProgress> out;
    for (const Page &page : pages) {
        for (const auto &one : page.progress) {
            if (one.object == object)
                out = one;
        }
    }
    return out;
}

HubSpotBench::Pulled HubSpotBench::pull(std::string cursor, bool restartAfterEach)
{
    Pulled out;
    out.cursor = std::move(cursor);
    for (int i = 0; i < 500; ++i) {
        auto page = connector().pull(out.cursor, cancel);
        if (!page.ok()) {
            out.error = page.error();
            return out;
        }
        out.cursor = page->nextCursor;
        out.pages.push_back(std::move(*page));
        if (restartAfterEach)
            restart();
        if (!out.pages.back().more)
            return out;
    }
    out.error = base::Error{base::ErrorCode::Unknown, "pages do not end"};
    return out;
}

domain::Effect HubSpotBench::effect(int number, const Wish &wish) const
{
    domain::Effect out;
    out.id = base::Uuid::named("effect", "hubspot:" + std::to_string(number));
    out.kind = wish.kind;
    QJsonArray fields;
    for (const auto &one : wish.fields)
        fields.append(QJsonObject{{QStringLiteral("field"), toQt(one.field)},
                                  {QStringLiteral("base"), toQt(one.base)},
                                  {QStringLiteral("value"), toQt(one.value)}});
    QJsonObject wire{{QStringLiteral("fields"), fields}};
    const std::pair<const char *, std::string> texts[] = {
        {"account", wish.account},
        {"action", "a"},
        {"at", std::to_string(hubspotNow - base::minuteMs)},
        {"body", wish.body},
        {"call_ms", wish.callResult.empty() ? "" : "125000"},
        {"call_result", wish.callResult},
        {"contact", wish.contact},
        {"deal", wish.deal},
        {"effect", out.id.text()},
        {"kind", std::string(domain::actionKindName(wish.kind))},
        {"owner", ""},
        {"stage", wish.stage},
        {"stage_base", wish.stageBase},
        {"subject", "Dates"},
        {"to", "someone@firm.example"},
        {"until", ""},
    };
    for (const auto &[key, value] : texts)
        wire.insert(QLatin1String(key), toQt(value));
    out.wire = compactJson(wire);
    out.wireSha256 = base::hex(base::sha256(out.wire));
    return out;
}

HubSpotBench::Company HubSpotBench::addCompany()
{
    const base::UtcMs at = hubspotNow - base::dayMs;
    fake.addOwner("71", "Ann");
    fake.addOwner("72", "Bob", true);
    Company out;
    out.company = fake.add("companies",
                           {{"name", "Acme"},
                            {"domain", "acme.example"},
                            {"annualrevenue", "1000000"},
                            {"numberofemployees", "120"},
                            {"hubspot_owner_id", "71"}},
                           at);
    out.contact = fake.add("contacts",
                           {{"firstname", "Kim"},
                            {"lastname", "Lee"},
                            {"email", "kim@acme.example"},
                            {"phone", "+1 555 0100"},
                            {"jobtitle", "CTO"}},
                           at);
    out.deal = fake.add("deals",
                        {{"dealname", "Acme renewal"},
                         {"dealstage", "appointmentscheduled"},
                         {"pipeline", "default"},
                         {"amount", "1500.50"},
                         {"closedate", "2026-12-31T17:00:00.000Z"},
                         {"hs_next_step", "Call"},
                         {"hubspot_owner_id", "72"}},
                        at);
    fake.link("contacts", out.contact, "companies", out.company, 1);
    fake.link("deals", out.deal, "companies", out.company, 5);
    fake.link("deals", out.deal, "contacts", out.contact, 3);
    return out;
}

} // namespace topline::crm
