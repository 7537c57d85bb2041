#include "core/crm/record_builder.h"

#include "core/base/calendar.h"
#include "core/base/check.h"

#include <algorithm>

namespace topline::crm {

using namespace domain;

namespace {

std::size_t indexOf(FileKind kind, std::string_view name)
{
    return fieldIndex(kind, name).value();
}

const std::string *textOf(const FieldValue &value)
{
    return std::get_if<std::string>(&value);
}

std::optional<bool> flagOf(const FieldValue &value)
{
    const auto *flag = std::get_if<bool>(&value);
    return flag != nullptr ? std::optional(*flag) : std::nullopt;
}

std::string linkKey(FileKind subject, std::string_view id)
{
    return std::string(fileKindName(subject)) + "\n" + std::string(id);
}

template <typename Record> Record recordOf(const RowValues &row)
{
    Record out;
    for (std::size_t i = 0; i < row.values.size(); ++i)
        setField(out, i, row.values[i]);
    return out;
}

std::vector<Owner> &listIn(Page &page, const Owner &)
{
    return page.owners;
}

std::vector<Product> &listIn(Page &page, const Product &)
{
    return page.products;
}

std::vector<Stage> &listIn(Page &page, const Stage &)
{
    return page.stages;
}

std::vector<Account> &listIn(Page &page, const Account &)
{
    return page.accounts;
}

std::vector<Contact> &listIn(Page &page, const Contact &)
{
    return page.contacts;
}

std::vector<Deal> &listIn(Page &page, const Deal &)
{
    return page.deals;
}

} // namespace

RecordBuilder::RecordBuilder(const Mapping &mapping, KnownRecords known, base::UtcMs nowMs)
    : m_mapping(mapping.name)
    , m_known(std::move(known))
    , m_nowMs(nowMs)
    , m_stages(mapping.stages)
{
}

void RecordBuilder::prepareFor(const FileSpec &spec)
{
    for (const FieldSpec &field : spec.fields) {
        const FieldType type = fieldsOf(spec.kind)[field.field].type;
        for (const FieldSource &source : field.sources) {
            if (isReference(type) && source.lookUp != LookUp::Id)
                m_names.want(targetOf(type), source.lookUp);
        }
    }
}

std::optional<RowFault> RecordBuilder::build(const FileSpec &spec, RowValues &row,
                                             BuiltRecords &out, std::string &remoteId)
{
    // Faults may come late; until the row stands, what it adds is kept apart.
    Page page;
    remoteId.clear();
    std::optional<RowFault> fault = resolve(spec.kind, row, page);
    if (!fault)
        fault = buildKind(spec, row, page, remoteId);
    if (!fault && spec.kind == FileKind::Activities)
        buildActivity(row, out.activities);
    const auto append = [](auto &to, auto &from) {
        to.insert(to.end(), std::make_move_iterator(from.begin()),
                  std::make_move_iterator(from.end()));
    };
    // What a reference made is remembered for later rows, so it stands even if this row does not.
    append(out.page.owners, page.owners);
    append(out.page.products, page.products);
    append(out.page.stages, page.stages);
    append(out.page.accounts, page.accounts);
    append(out.page.contacts, page.contacts);
    if (fault)
        return fault;
    append(out.page.quotas, page.quotas);
    append(out.page.deals, page.deals);
    append(out.page.stageChanges, page.stageChanges);
    append(out.page.amountChanges, page.amountChanges);
    return std::nullopt;
}

std::optional<RowFault> RecordBuilder::buildKind(const FileSpec &spec, RowValues &row, Page &page,
                                                 std::string &remoteId)
{
    switch (spec.kind) {
    case FileKind::Owners:
        return buildRecord<Owner>(row, page, remoteId);
    case FileKind::Quotas:
        return buildQuota(row, page, remoteId);
    case FileKind::Products:
        return buildRecord<Product>(row, page, remoteId);
    case FileKind::Stages:
        return buildRecord<Stage>(row, page, remoteId);
    case FileKind::Accounts:
        return buildRecord<Account>(row, page, remoteId);
    case FileKind::Contacts:
        return buildRecord<Contact>(row, page, remoteId);
    case FileKind::Links:
        return buildLink(spec, row);
    case FileKind::Deals:
        return buildRecord<Deal>(row, page, remoteId);
    case FileKind::StageHistory:
        page.stageChanges.push_back(recordOf<StageChange>(row));
        return std::nullopt;
    case FileKind::AmountHistory:
        page.amountChanges.push_back(recordOf<AmountChange>(row));
        return std::nullopt;
    case FileKind::Activities: // an event, no record
        return std::nullopt;
    }
    CHECK(false);
}

template <typename Record>
std::optional<RowFault> RecordBuilder::buildRecord(RowValues &row, Page &page,
                                                   std::string &remoteId)
{
    Record record = recordOf<Record>(row);
    if (auto fault = finish(record, row, page))
        return fault;
    if (auto fault = noteId(fileKindOf<Record>, record.remoteId, row))
        return fault;
    remember(record);
    remoteId = record.remoteId;
    listIn(page, record).push_back(std::move(record));
    return std::nullopt;
}

std::optional<RowFault> RecordBuilder::noteId(FileKind kind, const std::string &remoteId,
                                              const RowValues &row)
{
    const auto [file, line] =
        m_rows[static_cast<std::size_t>(kind)].note(remoteId, row.file, row.line);
    if (line == 0)
        return std::nullopt;
    std::string reason =
        "the id \"" + remoteId + "\" stands already in line " + std::to_string(line);
    if (file != row.file && file < m_fileNames.size())
        reason += " of " + m_fileNames[file];
    return RowFault{0, reason};
}

std::optional<RowFault> RecordBuilder::finish(Owner &owner, const RowValues &, Page &)
{
    if (owner.remoteId.empty())
        owner.remoteId = owner.name;
    return std::nullopt;
}

std::optional<RowFault> RecordBuilder::finish(Product &product, const RowValues &, Page &)
{
    if (product.remoteId.empty())
        product.remoteId = product.name;
    return std::nullopt;
}

std::optional<RowFault> RecordBuilder::finish(Stage &stage, const RowValues &row, Page &)
{
    const auto closed = flagOf(row.values[indexOf(FileKind::Stages, "closed")]);
    const auto won = flagOf(row.values[indexOf(FileKind::Stages, "won")]);
    const bool kindGiven = textOf(row.values[indexOf(FileKind::Stages, "kind")]) != nullptr;
    if (!kindGiven && won.value_or(false))
        stage.kind = StageKind::Won;
    else if (!kindGiven && closed.value_or(false))
        stage.kind = StageKind::Lost;
    else if (!kindGiven && !closed && !won)
        stage.kind = closedKindOf(stage.name).value_or(StageKind::Open);
    m_stages.add(stage);
    return std::nullopt;
}

std::optional<RowFault> RecordBuilder::finish(Account &account, const RowValues &, Page &)
{
    if (account.remoteId.empty())
        account.remoteId = account.name;
    return std::nullopt;
}

std::optional<RowFault> RecordBuilder::finish(Contact &contact, const RowValues &, Page &)
{
    if (contact.remoteId.empty())
        contact.remoteId = base::lowerAscii(contact.email);
    if (contact.remoteId.empty())
        return RowFault{indexOf(FileKind::Contacts, "email"),
                        "the contact has neither an id nor a mail address"};
    if (const Links *links = linksOf(FileKind::Contacts, contact.remoteId);
        links != nullptr && !contact.account.isSet())
        contact.account.remoteId = links->account;
    return std::nullopt;
}

std::optional<RowFault> RecordBuilder::finish(Deal &deal, const RowValues &row, Page &page)
{
    if (const Links *links = linksOf(FileKind::Deals, deal.remoteId)) {
        if (!deal.account.isSet())
            deal.account.remoteId = links->account;
        if (!deal.contact.isSet())
            deal.contact.remoteId = links->contact;
    }
    const std::string *pipeline = textOf(row.values[indexOf(FileKind::Deals, "pipeline")]);
    for (const auto &[stageName, atMs] : row.stageDates) {
        StageMention mention;
        mention.text = stageName;
        mention.pipeline = pipeline != nullptr ? std::string_view(*pipeline) : std::string_view();
        const std::string stage = m_stages.resolve(mention, page.stages);
        // A closing date belongs to the one way in which this deal was closed.
        if (m_stages.kindOf(stage) == StageKind::Open || stage == deal.stage.remoteId)
            page.stageChanges.push_back({{{}, deal.remoteId}, {{}, stage}, atMs});
    }
    return std::nullopt;
}

std::optional<RowFault> RecordBuilder::buildQuota(const RowValues &row, Page &page,
                                                  std::string &remoteId)
{
    Quota quota = recordOf<Quota>(row);
    if (quota.endMs <= quota.startMs)
        return RowFault{indexOf(FileKind::Quotas, "end"), "the quota ends before it begins"};
    std::string id = quota.owner.remoteId + " " + base::utcText(quota.startMs);
    if (auto fault = noteId(FileKind::Quotas, id, row))
        return fault;
    remoteId = std::move(id);
    page.quotas.push_back(std::move(quota));
    return std::nullopt;
}

std::optional<RowFault> RecordBuilder::buildLink(const FileSpec &spec, const RowValues &row)
{
    const auto targetOfField = [&](std::string_view name) {
        const std::string *text = textOf(row.values[indexOf(FileKind::Links, name)]);
        return text != nullptr ? *text : std::string();
    };
    Links &links = m_links[linkKey(spec.subject, targetOfField("of"))];
    // The first link of a kind is the primary one.
    for (const auto &[name, member] :
         {std::pair("account", &Links::account), std::pair("contact", &Links::contact),
          std::pair("deal", &Links::deal)}) {
        if ((links.*member).empty())
            links.*member = targetOfField(name);
    }
    return std::nullopt;
}

const RecordBuilder::Links *RecordBuilder::linksOf(FileKind subject, const std::string &id) const
{
    const auto found = m_links.empty() ? m_links.end() : m_links.find(linkKey(subject, id));
    return found != m_links.end() ? &found->second : nullptr;
}

void RecordBuilder::buildActivity(const RowValues &row, std::vector<EventDraft> &out)
{
    auto draft = recordOf<EventDraft>(row);
    const std::string *given = textOf(row.values[indexOf(FileKind::Activities, "id")]);
    const std::string id = given != nullptr ? *given : row.rowKey;
    draft.event.sourceKey = eventKey(m_mapping, id);
    draft.event.receivedMs = m_nowMs;
    if (const Links *links = given != nullptr ? linksOf(FileKind::Activities, *given) : nullptr) {
        const auto fill = [](auto &reference, const std::string &target) {
            if (!reference.isSet())
                reference.remoteId = target;
        };
        fill(draft.event.account, links->account);
        fill(draft.event.contact, links->contact);
        fill(draft.event.deal, links->deal);
    }
    out.push_back(std::move(draft));
}

} // namespace topline::crm
