#include "tests/fakes/sample_company.h"

#include "core/crm/hubspot_json.h"
#include "tests/fakes/hubspot_fake.h"
#include "tests/fakes/salesforce_fake.h"

#include <array>
#include <string>

namespace topline::fakes {

namespace {

// By their numbers, as HubSpot's own associations have them.
constexpr int contactToCompany = 1;
constexpr int dealToContact = 3;
constexpr int dealToCompany = 5;
constexpr int callToContact = 194;
constexpr int taskToContact = 204;

constexpr std::array firstWords{"Alder", "Birch", "Cedar",   "Drift", "Ember",
                                "Fjord", "Grove", "Harbour", "Inlet", "Juniper"};
constexpr std::array lastWords{"Freight",  "Optics", "Foods", "Robotics",
                               "Textiles", "Water",  "Paper"};
constexpr std::array givenNames{"Ada",   "Bela", "Chloe", "Dario", "Edda", "Femi",
                                "Greta", "Hugo", "Ines",  "Jonas", "Kira"};
constexpr std::array familyNames{"Marsh", "Novak", "Okoye", "Perez", "Quist",
                                 "Rossi", "Sato",  "Thorn", "Ueda"};
constexpr std::array titles{"CFO", "Head of operations", "IT lead", "Buyer"};
constexpr std::array steps{"Send the offer", "Call the CFO", "", "Agree a date for the trial"};

template <std::size_t Size>
std::string pick(const std::array<const char *, Size> &words, int number)
{
    return words[static_cast<std::size_t>(number) % Size];
}

struct Person {
    std::string given;
    std::string family;
    std::string email;
    std::string title;
};

struct Company {
    std::string name;
    std::string domain;
    std::array<Person, 2> people;
};

Company company(int number)
{
    Company out;
    const int round = number / static_cast<int>(firstWords.size() * lastWords.size());
    const std::string word = pick(firstWords, number);
    out.name = word + ' ' + pick(lastWords, number) +
               (round > 0 ? ' ' + std::to_string(round + 1) : std::string());
    out.domain = "c" + std::to_string(number) + ".example";
    for (int i = 0; i < 2; ++i) {
        Person &person = out.people[static_cast<std::size_t>(i)];
        person.given = pick(givenNames, number * 2 + i);
        person.family = pick(familyNames, number * 2 + i);
        person.email = "p" + std::to_string(i) + "@" + out.domain;
        person.title = pick(titles, number + i);
    }
    return out;
}

base::UtcMs changedAt(int number, base::UtcMs nowMs)
{
    return nowMs - base::hourMs - number % 180 * base::dayMs;
}

std::string day(base::UtcMs at)
{
    return crm::hubspotTimeText(at).substr(0, 10);
}

QString qt(const std::string &text)
{
    return QString::fromStdString(text);
}

void addDeals(HubSpotFake &fake, int number, const std::array<std::string, 3> &ids,
              base::UtcMs nowMs)
{
    static constexpr std::array stages{"appointmentscheduled", "contractsent", "closedwon",
                                       "closedlost"};
    const Company of = company(number);
    const auto &[account, first, second] = ids;
    for (int i = 0; i < 2; ++i) {
        const int key = number * 2 + i;
        const std::string deal =
            fake.add("deals",
                     {{"dealname", of.name + (i == 0 ? " rollout" : " renewal")},
                      {"dealstage", pick(stages, i == 0 ? key / 2 % 2 : key / 2)},
                      {"pipeline", "default"},
                      {"amount", std::to_string(4'000 + key % 37 * 750)},
                      {"closedate", crm::hubspotTimeText(nowMs + (key % 60 - 10) * base::dayMs)},
                      {"hs_next_step", pick(steps, key)},
                      {"hubspot_owner_id", number % 2 == 0 ? "71" : "72"}},
                     changedAt(number, nowMs));
        fake.link("deals", deal, "companies", account, dealToCompany);
        fake.link("deals", deal, "contacts", i == 0 ? first : second, dealToContact);
    }
}

} // namespace

void fill(HubSpotFake &hubSpot, int accounts, base::UtcMs nowMs)
{
    hubSpot.addOwner("71", "Ann");
    hubSpot.addOwner("72", "Bob");
    for (int number = 0; number < accounts; ++number) {
        const Company of = company(number);
        const base::UtcMs at = changedAt(number, nowMs);
        std::array<std::string, 3> ids;
        ids[0] = hubSpot.add("companies",
                             {{"name", of.name},
                              {"domain", of.domain},
                              {"numberofemployees", std::to_string(20 + number % 13 * 45)},
                              {"hubspot_owner_id", number % 2 == 0 ? "71" : "72"}},
                             at);
        for (std::size_t i = 0; i < 2; ++i) {
            const Person &person = of.people[i];
            ids[i + 1] = hubSpot.add("contacts",
                                     {{"firstname", person.given},
                                      {"lastname", person.family},
                                      {"email", person.email},
                                      {"jobtitle", person.title},
                                      {"phone", "+1 555 0100"}},
                                     at);
            hubSpot.link("contacts", ids[i + 1], "companies", ids[0], contactToCompany);
        }
        addDeals(hubSpot, number, ids, nowMs);
        const std::string when = crm::hubspotTimeText(at);
        const std::string call = hubSpot.add("calls",
                                             {{"hs_timestamp", when},
                                              {"hs_call_title", "Rang " + of.people[0].given},
                                              {"hs_call_status", "COMPLETED"}},
                                             at);
        hubSpot.link("calls", call, "contacts", ids[1], callToContact);
        const std::string task =
            hubSpot.add("tasks",
                        {{"hs_timestamp", crm::hubspotTimeText(nowMs + base::dayMs)},
                         {"hs_task_subject", "Write to " + of.people[1].given},
                         {"hs_task_status", "NOT_STARTED"}},
                        at);
        hubSpot.link("tasks", task, "contacts", ids[2], taskToContact);
    }
}

void fill(SalesforceFake &salesforce, int accounts, base::UtcMs nowMs)
{
    static constexpr std::array stages{"Prospecting", "Qualification", "Proposal", "Closed Won",
                                       "Closed Lost"};
    const auto field = [](const char *name) { return QLatin1String(name); };
    const QString owner =
        qt(salesforce.add("User", {{field("Name"), qt("Rita Rep")}, {field("IsActive"), true}}));
    for (int number = 0; number < accounts; ++number) {
        const Company of = company(number);
        const QString account =
            qt(salesforce.add("Account", {{field("Name"), qt(of.name)},
                                          {field("Website"), qt("https://" + of.domain)},
                                          {field("NumberOfEmployees"), 20 + number % 13 * 45},
                                          {field("OwnerId"), owner}}));
        for (const Person &person : of.people)
            salesforce.add("Contact", {{field("AccountId"), account},
                                       {field("FirstName"), qt(person.given)},
                                       {field("LastName"), qt(person.family)},
                                       {field("Email"), qt(person.email)},
                                       {field("Title"), qt(person.title)},
                                       {field("OwnerId"), owner}});
        for (int i = 0; i < 2; ++i) {
            const int key = number * 2 + i;
            salesforce.add("Opportunity",
                           {{field("Name"), qt(of.name + (i == 0 ? " rollout" : " renewal"))},
                            {field("AccountId"), account},
                            {field("OwnerId"), owner},
                            {field("StageName"), qt(pick(stages, i == 0 ? number % 3 : number))},
                            {field("Amount"), 4'000 + key % 37 * 750},
                            {field("CloseDate"), qt(day(nowMs + (key % 60 - 10) * base::dayMs))},
                            {field("NextStep"), qt(pick(steps, key))}});
        }
        salesforce.add("Task", {{field("Subject"), qt("Rang " + of.people[0].given)},
                                {field("Status"), qt("Completed")},
                                {field("TaskSubtype"), qt("Call")},
                                {field("WhatId"), account}});
    }
}

} // namespace topline::fakes
