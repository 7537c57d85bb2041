#include "core/crm/salesforce_create.h"

#include "core/base/text.h"
#include "core/base/time.h"
#include "core/crm/push_error.h"
#include "core/crm/salesforce_id.h"
#include "core/crm/soql.h"

#include <algorithm>

namespace topline::crm {

namespace {

using domain::ActionKind;

// How long a request may go on at the server after its answer was lost.
constexpr base::DurationMs requestLifeMs = 10 * base::minuteMs;
constexpr base::DurationMs searchBackMs = 7 * base::dayMs; // wider than any clock is wrong
constexpr base::DurationMs meetingMs = 30 * base::minuteMs;
constexpr std::size_t subjectBytesMax = 255;
constexpr std::size_t textBytesMax = 32'000;

// A free text there; in the words of its own dialler.
const char *dispositionOf(domain::CallResult result)
{
    switch (result) {
    case domain::CallResult::Connected:
        return "Connected";
    case domain::CallResult::LeftMessage:
        return "Left Voicemail";
    case domain::CallResult::NoAnswer:
        return "No Answer";
    case domain::CallResult::WrongNumber:
        return "Wrong Number";
    case domain::CallResult::MeetingAgreed:
        return "Meeting Agreed";
    }
    return "Connected";
}

std::string day(base::UtcMs time)
{
    return soqlTime(time).substr(0, 10);
}

} // namespace

PushAnswer SalesforceCreate::found(const SalesforceRow &row) const
{
    PushAnswer out{PushState::AlreadyApplied, salesforceRemoteId(row.id), "It is there already."};
    if (row.flag("IsDeleted"))
        out.detail = "It was written, and deleted there since.";
    else if (row.has("Subject") && !m_wire.subject.empty() &&
             row.text("Subject") != base::storableText(m_wire.subject, subjectBytesMax))
        out.detail = "It is there already, with other words than approved: " + row.text("Subject");
    return out;
}

SalesforceCreate::SalesforceCreate(SalesforceClient &client, const SalesforceSchema &schema,
                                   EffectWire wire)
    : m_client(client)
    , m_schema(schema)
    , m_wire(std::move(wire))
{
    chooseObject();
}

void SalesforceCreate::chooseObject()
{
    const std::string &idField = m_client.options().idField;
    m_object = m_schema.find(m_wire.kind == ActionKind::Meeting ? "Event" : "Task");
    if (m_wire.kind == ActionKind::Email) {
        // Only where mails are records of their own, and only where one can be found again.
        const SalesforceObject *mail = m_schema.find("EmailMessage");
        if (mail != nullptr && mail->isCreateable && mail->creates("RelatedToId") &&
            mail->creates("ToAddress") && mail->creates(idField))
            m_object = mail;
    }
    const SalesforceField *field = m_object == nullptr ? nullptr : m_object->field(idField);
    if (field == nullptr || !field->isCreateable || !field->isFilterable)
        m_key = Key::Text;
    else
        m_key = field->isExternalId && field->isUnique ? Key::Upsert : Key::Marked;
}

std::optional<PushAnswer> SalesforceCreate::objection() const
{
    if (m_object == nullptr || !m_object->isCreateable)
        return PushAnswer{PushState::Refused, "",
                          "This sign-in may not create such records in Salesforce."};
    for (const std::string *id : {&m_wire.account, &m_wire.contact, &m_wire.deal, &m_wire.owner}) {
        if (!id->empty() && !salesforceIdOf(*id))
            return PushAnswer{PushState::Refused, "", *id + " is not a record of Salesforce."};
    }
    return std::nullopt;
}

void SalesforceCreate::put(SalesforceValues &values, const char *field,
                           const std::string &text) const
{
    if (!text.empty() && m_object->creates(field))
        values[field] = text;
}

std::string SalesforceCreate::text() const
{
    std::string out = base::storableText(m_wire.body, textBytesMax - 100);
    if (m_key != Key::Text)
        return out;
    return out + (out.empty() ? "" : "\n\n") + "Topline " + m_wire.effectId;
}

// A lead stands alone; a contact may stand beside a deal or an account.
void SalesforceCreate::addReferences(SalesforceValues &values) const
{
    const std::string who = salesforceIdOf(m_wire.contact).value_or("");
    put(values, "WhoId", who);
    if (isSalesforceIdOf(who, "00Q"))
        return;
    const std::string deal = salesforceIdOf(m_wire.deal).value_or("");
    put(values, "WhatId", deal.empty() ? salesforceIdOf(m_wire.account).value_or("") : deal);
}

void SalesforceCreate::addTask(SalesforceValues &values) const
{
    const bool isDone = m_wire.kind != ActionKind::Task;
    std::string subject = m_wire.subject;
    if (subject.empty())
        subject = m_wire.kind == ActionKind::Call ? "Call" : "Note";
    put(values, "Subject", base::storableText(subject, subjectBytesMax));
    put(values, "Description", text());
    put(values, "ActivityDate", day(m_wire.atMs));
    put(values, "OwnerId", salesforceIdOf(m_wire.owner).value_or(""));
    if (isDone)
        put(values, "Status", m_schema.doneStatus());
    if (m_wire.kind == ActionKind::Call) {
        put(values, "TaskSubtype", "Call");
        put(values, "CallType", "Outbound");
        addCall(values);
    } else if (m_wire.kind == ActionKind::Email) {
        put(values, "TaskSubtype", "Email");
    }
    addReferences(values);
}

void SalesforceCreate::addCall(SalesforceValues &values) const
{
    if (!m_wire.callResult)
        return;
    put(values, "CallDisposition", dispositionOf(*m_wire.callResult));
    if (m_object->creates("CallDurationInSeconds"))
        values["CallDurationInSeconds"] = static_cast<double>(m_wire.callMs / base::secondMs);
}

void SalesforceCreate::addMail(SalesforceValues &values) const
{
    put(values, "Subject", base::storableText(m_wire.subject, subjectBytesMax));
    put(values, "TextBody", text());
    put(values, "Status", "3"); // sent
    put(values, "MessageDate", salesforceDateTime(m_wire.atMs));
    const auto who = salesforceIdOf(m_wire.contact);
    if (who && m_object->creates("ToIds"))
        values["ToIds"] = std::vector<std::string>{*who}; // instead of the address
    else
        put(values, "ToAddress", m_wire.to);
    const std::string deal = salesforceIdOf(m_wire.deal).value_or("");
    put(values, "RelatedToId", deal.empty() ? salesforceIdOf(m_wire.account).value_or("") : deal);
    if (m_object->creates("Incoming"))
        values["Incoming"] = false;
}

void SalesforceCreate::addMeeting(SalesforceValues &values) const
{
    const base::UtcMs end = std::max(m_wire.untilMs.value_or(0), m_wire.atMs + base::minuteMs);
    put(values, "Subject",
        base::storableText(m_wire.subject.empty() ? "Meeting" : m_wire.subject, subjectBytesMax));
    put(values, "Description", text());
    put(values, "StartDateTime", salesforceDateTime(m_wire.atMs));
    put(values, "EndDateTime", salesforceDateTime(m_wire.untilMs ? end : m_wire.atMs + meetingMs));
    put(values, "OwnerId", salesforceIdOf(m_wire.owner).value_or(""));
    addReferences(values);
}

SalesforceValues SalesforceCreate::values() const
{
    SalesforceValues out;
    if (m_object->name == "EmailMessage")
        addMail(out);
    else if (m_object->name == "Event")
        addMeeting(out);
    else
        addTask(out);
    if (m_key == Key::Marked)
        out[m_client.options().idField] = m_wire.effectId;
    return out;
}

base::Result<std::optional<PushAnswer>> SalesforceCreate::find(const CancelToken &cancel)
{
    if (m_key == Key::Text)
        return findByText(cancel);
    TRY_ASSIGN(const auto rows,
               readAllSalesforceRows(
                   m_client,
                   {Soql{"Id, IsDeleted, Subject", m_object->name,
                         m_client.options().idField + " = " + soqlText(m_wire.effectId), "Id", 2}
                        .text(),
                    true},
                   cancel));
    if (rows.empty())
        return std::optional<PushAnswer>();
    PushAnswer out = found(rows.front());
    if (rows.size() > 1)
        out.detail = "It is there twice: " + rows[0].id + " and " + rows[1].id + ".";
    return std::optional(out);
}

// The same words on the same record since the approval; the effect's id at the end is the proof.
base::Result<std::optional<PushAnswer>> SalesforceCreate::findByText(const CancelToken &cancel)
{
    const SalesforceValues wanted = values();
    const base::UtcMs since = m_wire.atMs - searchBackMs;
    std::string where = "CreatedDate >= " + soqlTime(since - since % base::secondMs);
    for (const char *field : {"Subject", "WhoId", "WhatId"}) {
        const auto value = wanted.find(field);
        if (value != wanted.end())
            where += std::string(" AND ") + field + " = " +
                     soqlText(std::get<std::string>(value->second));
    }
    TRY_ASSIGN(const auto rows,
               readAllSalesforceRows(m_client,
                                     {Soql{"Id, IsDeleted, Subject, Description, CreatedDate",
                                           m_object->name, where, "CreatedDate, Id", 200}
                                          .text(),
                                      true},
                                     cancel));
    const SalesforceRow *alike = nullptr;
    for (const SalesforceRow &row : rows) {
        if (row.text("Description").find(m_wire.effectId) != std::string::npos)
            return std::optional(found(row));
        // Another effect's record names that effect; one that names none may be ours, edited.
        if (row.text("Description").find("Topline ") == std::string::npos &&
            salesforceTime(row.text("CreatedDate")).value_or(0) >= m_wire.atMs)
            alike = &row;
    }
    if (alike == nullptr)
        return std::optional<PushAnswer>();
    return std::optional(PushAnswer{PushState::Unknown, salesforceRemoteId(alike->id),
                                    "There is a record with the same words, which may be this."});
}

PushAnswer SalesforceCreate::send(const CancelToken &cancel)
{
    SalesforceCall call;
    call.method = m_key == Key::Upsert ? HttpMethod::Patch : HttpMethod::Post;
    call.path = "/sobjects/" + m_object->name;
    if (m_key == Key::Upsert)
        call.path += "/" + m_client.options().idField + "/" + m_wire.effectId;
    call.body = salesforceBody(values());
    call.isRead = false;
    const auto answer = m_client.send(call, cancel);
    if (!answer.ok())
        return pushAnswerOf(answer.error());
    if (answer->status == 300)
        return {PushState::Refused, "",
                "Several records carry this id: the field " + m_client.options().idField +
                    " must be unique.",
                answer->reference};
    if (!answer->ok()) {
        m_isGone = answer->failure().verdict() == SalesforceVerdict::RecordGone;
        return salesforcePushFault(*answer, m_client.now());
    }
    const auto saved = readSalesforceSaved(answer->body);
    if (!saved || !saved->isSuccess)
        return {PushState::Unknown, "", "Salesforce did not say which record it made.",
                answer->reference};
    return {saved->isCreated ? PushState::Applied : PushState::AlreadyApplied,
            salesforceRemoteId(saved->id), "Done.", answer->reference};
}

// Records that it names were merged or converted since: their successors are named instead.
std::optional<PushAnswer> SalesforceCreate::followMoved(const CancelToken &cancel, bool &hasMoved)
{
    for (std::string *id : {&m_wire.contact, &m_wire.account, &m_wire.deal}) {
        const auto bare = salesforceIdOf(*id);
        if (!bare)
            continue;
        const auto record = readSalesforceRecord(m_client, m_schema, *bare, cancel);
        if (!record.ok())
            return pushAnswerOf(record.error());
        if (record->isThere && record->row.id != *bare) {
            *id = salesforceRemoteId(record->row.id);
            hasMoved = true;
        }
    }
    return std::nullopt;
}

PushAnswer SalesforceCreate::push(const CancelToken &cancel)
{
    if (auto no = objection())
        return *no;
    const auto known = find(cancel);
    if (!known.ok())
        return pushAnswerOf(known.error());
    if (*known)
        return **known;
    PushAnswer out = send(cancel);
    if (out.state != PushState::Refused || !m_isGone)
        return out;
    bool hasMoved = false;
    if (auto failed = followMoved(cancel, hasMoved))
        return *failed;
    return hasMoved ? send(cancel) : out;
}

PushAnswer SalesforceCreate::lookUp(base::UtcMs lastTryMs, const CancelToken &cancel)
{
    if (auto no = objection())
        return {PushState::Unknown, "", no->detail};
    const auto known = find(cancel);
    if (!known.ok())
        return {PushState::Unknown, "", known.error().text()};
    if (*known) {
        PushAnswer out = **known;
        if (out.state == PushState::AlreadyApplied)
            out.state = PushState::Applied;
        return out;
    }
    // A repeated upsert meets the same record, so it does no harm if the first one is late.
    const bool mayStillCome = m_key != Key::Upsert && m_client.now() < lastTryMs + requestLifeMs;
    if (mayStillCome)
        return {PushState::Unknown, "", "It is not there yet, and may still be on its way."};
    return {PushState::Refused, "", "It is not there."};
}

} // namespace topline::crm
