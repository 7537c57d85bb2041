#include "core/crm/demo_company.h"
#include "core/crm/demo_hours.h"
#include "core/crm/demo_words.h"

#include <algorithm>
#include <cstdio>
#include <set>

namespace topline::crm {

namespace {

constexpr std::size_t accountCount = 400;
constexpr std::size_t contactCount = 4'000;
constexpr std::size_t orphanCount = 24;
constexpr std::size_t duplicateCount = 8;

std::string numbered(const char *prefix, std::size_t number)
{
    char text[32];
    std::snprintf(text, sizeof text, "%s-%05zu", prefix, number);
    return text;
}

std::size_t drawPlace(base::Random &random)
{
    double weights[16] = {};
    const auto places = demoPlaces();
    for (std::size_t i = 0; i < places.size(); ++i)
        weights[i] = places[i].weight;
    return random.weighted(weights, places.size());
}

std::string freshName(base::Random &random, std::size_t industry, std::set<std::string> &taken)
{
    for (;;) {
        std::string name = std::string(random.pick(demoStems())) + " " +
                           std::string(random.pick(demoIndustries()[industry].suffixes));
        if (taken.insert(name).second)
            return name;
    }
}

DemoAccount makeAccount(base::Random &random, const DemoCompany &company,
                        std::set<std::string> &taken)
{
    DemoAccount out;
    out.industry = random.indexOf(demoIndustries());
    static constexpr double sizeWeights[] = {42, 40, 18};
    out.sizeClass = static_cast<int>(random.weighted(sizeWeights, 3));
    out.place = drawPlace(random);
    const auto &place = demoPlaces()[out.place];
    out.offsetMinutes = place.offsetMinutes;
    // The last owner has left the company; a few accounts still carry that name.
    const std::size_t active = company.owners.size() - 1;
    out.owner = random.chance(0.025) ? active : random.below(active);

    domain::Account &record = out.record;
    record.remoteId = numbered("acct", company.accounts.size());
    record.name = freshName(random, out.industry, taken);
    record.domain = demoSlug(record.name) + ".example";
    if (!random.chance(0.04))
        record.industry = demoIndustries()[out.industry].name;
    record.country = place.country;
    static constexpr double medianStaff[] = {45, 320, 2'600};
    const auto staff = std::max<std::int64_t>(
        4, static_cast<std::int64_t>(random.logNormal(medianStaff[out.sizeClass], 0.45)));
    if (!random.chance(0.06))
        record.employees = staff;
    if (!random.chance(0.18))
        record.annualRevenue =
            base::Money{staff * random.between(9'000'000, 26'000'000) / 1'000'000 * 1'000'000,
                        base::Currency::usd()};
    if (!random.chance(0.015))
        record.owner.remoteId = company.owners[out.owner].remoteId;
    const base::UtcMs created =
        company.anchorMs - demoHistoryMs - random.between(1, 500) * base::dayMs;
    record.createdMs = demoWorkingTime(random, created, out.offsetMinutes);
    record.updatedMs = company.anchorMs - random.between(10, 500) * base::dayMs;
    return out;
}

// The same company typed in a second time by somebody in a hurry.
DemoAccount makeDuplicate(base::Random &random, const DemoCompany &company)
{
    const DemoAccount &original = company.accounts[random.below(company.accounts.size())];
    DemoAccount out = original;
    out.duplicate = true;
    out.record.remoteId = numbered("acct", company.accounts.size());
    out.record.name += random.chance(0.5) ? " Inc." : " Ltd";
    out.record.employees.reset();
    out.record.annualRevenue.reset();
    out.record.industry.clear();
    out.record.createdMs = demoWorkingTime(
        random, company.anchorMs - random.between(30, 500) * base::dayMs, original.offsetMinutes);
    out.record.updatedMs = *out.record.createdMs;
    return out;
}

std::string address(base::Random &random, const domain::Contact &contact, std::string_view domain)
{
    const std::string local = demoSlug(contact.firstName) + "." + demoSlug(contact.lastName);
    if (random.chance(0.03))
        return "";
    if (random.chance(0.015)) {
        static constexpr const char *broken[] = {"n/a", "unknown", "see notes"};
        return random.chance(0.5) ? local + "@" : broken[random.below(3)];
    }
    return local + "@" + std::string(domain);
}

std::string phone(base::Random &random, const DemoPlace &place)
{
    if (random.chance(0.3))
        return "";
    std::string out(place.phone);
    for (char &c : out) {
        if (c == '#')
            c = static_cast<char>('0' + random.below(10));
    }
    return out;
}

domain::Contact makeContact(base::Random &random, const DemoCompany &company,
                            const DemoAccount *account)
{
    const auto &place = demoPlaces()[account ? account->place : drawPlace(random)];
    domain::Contact out;
    out.remoteId = numbered("cont", company.contacts.size());
    out.firstName = random.pick(demoFirstNames());
    out.lastName = random.pick(demoLastNames());
    if (account)
        out.account.remoteId = account->record.remoteId;
    out.email =
        address(random, out, account ? std::string_view(account->record.domain) : "mail.example");
    out.phone = phone(random, place);
    static constexpr double departmentWeights[] = {26, 17, 19, 11, 14, 7, 6};
    static constexpr double levelWeights[] = {10, 14, 22, 30, 24};
    const std::size_t department = random.weighted(departmentWeights, demoDepartments().size());
    const std::size_t level = random.weighted(levelWeights, 5);
    if (!random.chance(0.04))
        out.title = demoDepartments()[department].titles[level];
    if (!random.chance(0.08))
        out.timeZone = place.zone;
    out.optedOut = random.chance(0.04);
    out.bounced = random.chance(0.025);
    const base::UtcMs created =
        account ? *account->record.createdMs : company.anchorMs - demoHistoryMs;
    out.createdMs = demoWorkingTime(
        random,
        created + random.between(0, (company.anchorMs - created) / base::dayMs - 8) * base::dayMs,
        place.offsetMinutes);
    out.updatedMs = *out.createdMs;
    return out;
}

// People per account in proportion to its size, adding up to exactly `total`.
std::vector<std::size_t> shareOut(base::Random &random, const DemoCompany &company,
                                  std::size_t total)
{
    static constexpr std::int64_t low[] = {3, 6, 12};
    static constexpr std::int64_t high[] = {9, 15, 26};
    std::vector<std::size_t> out;
    std::size_t sum = 0;
    for (const auto &account : company.accounts) {
        const auto size = static_cast<std::size_t>(account.sizeClass);
        const auto count =
            account.duplicate ? 2 : static_cast<std::size_t>(random.between(low[size], high[size]));
        out.push_back(count);
        sum += count;
    }
    while (sum != total) {
        auto &count = out[random.below(out.size())];
        if (sum < total) {
            ++count;
            ++sum;
        } else if (count > 2) {
            --count;
            --sum;
        }
    }
    return out;
}

} // namespace

void addDemoAccounts(DemoCompany &company)
{
    base::Random random(base::mixSeeds(company.seed, "accounts"));
    std::set<std::string> taken;
    while (company.accounts.size() < accountCount - duplicateCount)
        company.accounts.push_back(makeAccount(random, company, taken));
    while (company.accounts.size() < accountCount)
        company.accounts.push_back(makeDuplicate(random, company));
    for (std::size_t i = 0; i + 40 < accountCount; i += 37)
        company.accounts[i + 1].record.parent = company.accounts[i].record.name;
}

void addDemoContacts(DemoCompany &company)
{
    base::Random random(base::mixSeeds(company.seed, "contacts"));
    const auto shares = shareOut(random, company, contactCount - orphanCount);
    company.contacts.reserve(contactCount);
    for (std::size_t i = 0; i < company.accounts.size(); ++i) {
        DemoAccount &account = company.accounts[i];
        account.firstContact = company.contacts.size();
        account.contactCount = shares[i];
        for (std::size_t k = 0; k < shares[i]; ++k) {
            company.contacts.push_back(makeContact(random, company, &account));
            domain::Contact &made = company.contacts.back();
            // Now and then the same person stands there twice, once without a surname.
            if (k > 1 && random.chance(0.012)) {
                made.firstName = company.contacts[company.contacts.size() - 2].firstName;
                made.email = company.contacts[company.contacts.size() - 2].email;
                made.lastName.clear();
                made.title.clear();
            }
        }
    }
    while (company.contacts.size() < contactCount)
        company.contacts.push_back(makeContact(random, company, nullptr));
}

std::size_t reachableContact(const DemoCompany &company, std::size_t account, std::size_t n)
{
    const DemoAccount &at = company.accounts[account];
    std::vector<std::size_t> good;
    for (std::size_t i = at.firstContact; i < at.firstContact + at.contactCount; ++i) {
        const auto &contact = company.contacts[i];
        const bool writable = contact.email.find("@") != std::string::npos &&
                              contact.email.back() != '@' && !contact.optedOut && !contact.bounced;
        if (writable && !contact.title.empty() && !contact.lastName.empty())
            good.push_back(i);
    }
    return good.empty() ? at.firstContact : good[n % good.size()];
}

} // namespace topline::crm
