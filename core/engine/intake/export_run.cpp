#include "core/engine/intake/export_run.h"

#include "core/base/calendar.h"
#include "core/crm/csv_export.h"
#include "core/engine/mapping_choice.h"

#include <map>
#include <set>
#include <type_traits>
#include <utility>

namespace topline::engine {

namespace {

using domain::RecordKind;

constexpr std::int64_t eventsAtOnce = 5'000;

template <typename Record> std::string idOf(const Record &record)
{
    if constexpr (std::is_same_v<Record, domain::Quota>)
        return record.owner.remoteId + " " + base::utcText(record.startMs);
    else
        return record.remoteId;
}

// All records of the workspace that rows refer to, by the ids of both sides.
class Records {
public:
    base::Status load(store::Tables &tables)
    {
        TRY_ASSIGN(owners, tables.catalogue.owners());
        TRY_ASSIGN(quotas, tables.catalogue.quotas());
        TRY_ASSIGN(products, tables.catalogue.products());
        TRY_ASSIGN(stages, tables.catalogue.stages());
        TRY_ASSIGN(accounts, tables.records.accounts());
        TRY_ASSIGN(contacts, tables.records.contacts());
        TRY_ASSIGN(deals, tables.records.deals());
        for (const auto &row : owners)
            m_names[{RecordKind::Owner, row.remoteId}] = {row.name, row.email, {}};
        for (const auto &row : products)
            m_names[{RecordKind::Product, row.remoteId}] = {row.name, {}, {}};
        for (const auto &row : stages)
            m_stages[row.id] = &row;
        for (const auto &row : accounts) {
            m_names[{RecordKind::Account, row.remoteId}] = {row.name, {}, row.domain};
            m_accountIds[row.id] = row.remoteId;
        }
        for (const auto &row : contacts) {
            m_names[{RecordKind::Contact, row.remoteId}] = {row.fullName(), row.email, {}};
            m_contactIds[row.id] = row.remoteId;
        }
        for (const auto &row : deals) {
            m_names[{RecordKind::Deal, row.remoteId}] = {row.name, {}, {}};
            m_dealIds[row.id] = row.remoteId;
        }
        return {};
    }

    crm::ExportLookUps lookUps() const
    {
        crm::ExportLookUps out;
        out.names = [this](RecordKind kind, const std::string &id) {
            const auto found = m_names.find({kind, id});
            return found == m_names.end() ? crm::RecordNames{} : found->second;
        };
        out.stage = [this](const std::string &id) -> std::optional<domain::Stage> {
            for (const auto &stage : stages) {
                if (stage.remoteId == id)
                    return stage;
            }
            return std::nullopt;
        };
        return out;
    }

    // Rows of history and events come with ids only.
    void name(domain::StageChange &row) const
    {
        row.deal.remoteId = remoteId(m_dealIds, row.deal.id);
        const auto stage = m_stages.find(row.stage.id);
        if (stage != m_stages.end())
            row.stage.remoteId = stage->second->remoteId;
    }

    void name(domain::AmountChange &row) const
    {
        row.deal.remoteId = remoteId(m_dealIds, row.deal.id);
    }

    void name(domain::Event &row) const
    {
        row.account.remoteId = remoteId(m_accountIds, row.account.id);
        row.contact.remoteId = remoteId(m_contactIds, row.contact.id);
        row.deal.remoteId = remoteId(m_dealIds, row.deal.id);
    }

    std::vector<domain::Owner> owners;
    std::vector<domain::Quota> quotas;
    std::vector<domain::Product> products;
    std::vector<domain::Stage> stages;
    std::vector<domain::Account> accounts;
    std::vector<domain::Contact> contacts;
    std::vector<domain::Deal> deals;

private:
    template <typename Id>
    static std::string remoteId(const std::map<Id, std::string> &ids, const Id &id)
    {
        const auto found = ids.find(id);
        return found == ids.end() ? std::string() : found->second;
    }

    std::map<std::pair<RecordKind, std::string>, crm::RecordNames> m_names;
    std::map<domain::StageId, const domain::Stage *> m_stages;
    std::map<domain::AccountId, std::string> m_accountIds;
    std::map<domain::ContactId, std::string> m_contactIds;
    std::map<domain::DealId, std::string> m_dealIds;
};

// Those with original cells in the order of the originals, then the others.
template <typename Record>
base::Status addRecords(crm::CsvExport &out, store::Tables &tables, const crm::Mapping &mapping,
                        const std::vector<Record> &records, RecordKind kind)
{
    std::map<std::string, const Record *> byId;
    for (const auto &record : records)
        byId.emplace(idOf(record), &record);
    std::set<std::string> done;
    TRY(tables.sourceFields.forEach(kind, mapping.name,
                                    [&](const domain::SourceFields &fields) -> base::Status {
                                        const auto found = byId.find(fields.remoteId);
                                        if (found == byId.end())
                                            return {}; // deleted since
                                        done.insert(fields.remoteId);
                                        return out.add(*found->second, &fields);
                                    }));
    for (const auto &record : records) {
        if (!done.contains(idOf(record)))
            TRY(out.add(record));
    }
    return {};
}

base::Status addHistory(crm::CsvExport &out, store::Tables &tables, const Records &records)
{
    TRY_ASSIGN(auto stageChanges, tables.records.stageChanges());
    for (auto &change : stageChanges) {
        records.name(change);
        TRY(out.add(change));
    }
    TRY_ASSIGN(auto amountChanges, tables.records.amountChanges());
    for (auto &change : amountChanges) {
        records.name(change);
        TRY(out.add(change));
    }
    return {};
}

base::Status addEvents(crm::CsvExport &out, store::Tables &tables, const Records &records)
{
    domain::EventId last;
    while (true) {
        TRY_ASSIGN(auto events, tables.events.after(last, eventsAtOnce));
        if (events.empty())
            return {};
        for (auto &event : events) {
            last = event.id;
            records.name(event);
            TRY(out.add(domain::EventDraft{std::move(event), {}, {}, {}}));
        }
    }
}

base::Result<crm::Mapping> mappingFor(store::Tables &tables, const std::string &layout)
{
    if (!layout.empty())
        return mappingNamed(layout);
    TRY_ASSIGN(const auto layouts, tables.sourceFields.layouts());
    if (layouts.size() == 1) {
        auto known = mappingNamed(layouts.front());
        if (known.ok())
            return known;
    }
    return mappingNamed("topline");
}

} // namespace

base::Result<ExportReport> exportRecords(store::Tables &tables, const std::string &folder,
                                         const std::string &layout)
{
    TRY_ASSIGN(const auto mapping, mappingFor(tables, layout));
    Records records;
    TRY(records.load(tables));
    crm::CsvExport out(mapping, folder, records.lookUps());
    TRY(addRecords(out, tables, mapping, records.owners, RecordKind::Owner));
    TRY(addRecords(out, tables, mapping, records.products, RecordKind::Product));
    TRY(addRecords(out, tables, mapping, records.stages, RecordKind::Stage));
    TRY(addRecords(out, tables, mapping, records.accounts, RecordKind::Account));
    TRY(addRecords(out, tables, mapping, records.contacts, RecordKind::Contact));
    TRY(addRecords(out, tables, mapping, records.deals, RecordKind::Deal));
    TRY(addRecords(out, tables, mapping, records.quotas, RecordKind::Quota));
    TRY(addHistory(out, tables, records));
    TRY(addEvents(out, tables, records));
    TRY_ASSIGN(const auto summary, out.finish());

    ExportReport report;
    report.layout = mapping.name;
    for (const auto &file : summary.files)
        report.files.push_back({file.path, std::string(crm::fileKindName(file.kind)), file.rows});
    report.skipped = summary.skipped;
    return report;
}

} // namespace topline::engine
