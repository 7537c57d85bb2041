#include "core/crm/record_builder.h"

namespace topline::crm {

using namespace domain;

namespace {

std::string_view nounOf(FieldType reference)
{
    switch (reference) {
    case FieldType::OwnerRef:
        return "owner";
    case FieldType::ProductRef:
        return "product";
    case FieldType::ContactRef:
        return "contact";
    case FieldType::DealRef:
        return "deal";
    default:
        return "account";
    }
}

std::string_view wordOf(LookUp lookUp)
{
    switch (lookUp) {
    case LookUp::Email:
        return " with the mail address \"";
    case LookUp::Domain:
        return " with the domain \"";
    default:
        return " called \"";
    }
}

} // namespace

std::optional<RowFault> RecordBuilder::resolve(FileKind kind, RowValues &row, Page &page)
{
    const auto defs = fieldsOf(kind);
    for (std::size_t i = 0; i < defs.size(); ++i) {
        if (!isReference(defs[i].type) || row.sources[i] == nullptr ||
            std::holds_alternative<std::monostate>(row.values[i]))
            continue;
        if (defs[i].type == FieldType::StageRef)
            continue;
        if (auto fault = resolveReference(*row.sources[i], defs[i].type, row.values[i], page)) {
            fault->field = i;
            return fault;
        }
    }
    if (kind == FileKind::Deals || kind == FileKind::StageHistory)
        resolveStage(kind, row, page);
    return std::nullopt;
}

std::optional<RowFault> RecordBuilder::resolveReference(const FieldSource &source, FieldType type,
                                                        FieldValue &value, Page &page)
{
    if (source.lookUp == LookUp::Id)
        return std::nullopt;
    const auto text = std::get<std::string>(value);
    std::string remoteId;
    const NameMatch match = m_names.find(targetOf(type), source.lookUp, text, remoteId);
    if (match == NameMatch::One) {
        value = std::move(remoteId);
        return std::nullopt;
    }
    const std::string noun(nounOf(type));
    const std::string called = std::string(wordOf(source.lookUp)) + text + "\"";
    if (match == NameMatch::Several)
        return RowFault{0, "there are several " + noun + "s" + called};
    if (m_known) {
        if (auto known = m_known(targetOf(type), source.lookUp, text)) {
            m_names.add(targetOf(type), source.lookUp, text, *known);
            value = std::move(*known);
            return std::nullopt;
        }
    }
    switch (source.missing) {
    case Missing::Leave:
        value = {};
        return std::nullopt;
    case Missing::Create:
        createNamed(type, source.lookUp, text, page);
        return std::nullopt;
    case Missing::Reject:
        break;
    }
    return RowFault{0, "there is no " + noun + called};
}

void RecordBuilder::createNamed(FieldType type, LookUp lookUp, const std::string &text, Page &page)
{
    switch (type) {
    case FieldType::OwnerRef: {
        Owner owner;
        owner.remoteId = owner.name = text;
        (lookUp == LookUp::Email ? owner.email : owner.name) = text;
        remember(owner);
        page.owners.push_back(std::move(owner));
        break;
    }
    case FieldType::ProductRef: {
        Product product;
        product.remoteId = product.name = text;
        remember(product);
        page.products.push_back(std::move(product));
        break;
    }
    case FieldType::AccountRef: {
        Account account;
        account.remoteId = account.name = text;
        if (lookUp == LookUp::Domain)
            account.domain = text;
        remember(account);
        page.accounts.push_back(std::move(account));
        break;
    }
    case FieldType::ContactRef: {
        Contact contact;
        contact.remoteId = text;
        (lookUp == LookUp::Email ? contact.email : contact.lastName) = text;
        remember(contact);
        page.contacts.push_back(std::move(contact));
        break;
    }
    default:
        break;
    }
}

void RecordBuilder::resolveStage(FileKind kind, RowValues &row, Page &page)
{
    const auto at = [&](std::string_view name) -> FieldValue & {
        return row.values[fieldIndex(kind, name).value()];
    };
    const auto *text = std::get_if<std::string>(&at("stage"));
    if (text == nullptr)
        return;
    StageMention mention;
    mention.text = *text;
    if (const auto *pipeline = std::get_if<std::string>(&at("pipeline")))
        mention.pipeline = *pipeline;
    if (const auto *closed = std::get_if<bool>(&at("closed")))
        mention.closed = *closed;
    if (const auto *won = std::get_if<bool>(&at("won")))
        mention.won = *won;
    // A stage of an earlier import keeps its place in the pipeline.
    if (m_known && !m_stages.knows(mention) &&
        m_known(RecordKind::Stage, LookUp::Id, *text) == *text)
        return;
    std::string remoteId = m_stages.resolve(mention, page.stages);
    at("stage") = std::move(remoteId);
}

void RecordBuilder::remember(const Owner &owner)
{
    m_names.add(RecordKind::Owner, LookUp::Name, owner.name, owner.remoteId);
    m_names.add(RecordKind::Owner, LookUp::Email, owner.email, owner.remoteId);
}

void RecordBuilder::remember(const Product &product)
{
    m_names.add(RecordKind::Product, LookUp::Name, product.name, product.remoteId);
}

void RecordBuilder::remember(const Account &account)
{
    m_names.add(RecordKind::Account, LookUp::Name, account.name, account.remoteId);
    m_names.add(RecordKind::Account, LookUp::Domain, account.domain, account.remoteId);
}

void RecordBuilder::remember(const Contact &contact)
{
    m_names.add(RecordKind::Contact, LookUp::Name, contact.fullName(), contact.remoteId);
    m_names.add(RecordKind::Contact, LookUp::Email, contact.email, contact.remoteId);
}

void RecordBuilder::remember(const Deal &deal)
{
    m_names.add(RecordKind::Deal, LookUp::Name, deal.name, deal.remoteId);
}

} // namespace topline::crm
