#include "core/intake/segment_event.h"

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/intake/automatic_reply.h"
#include "core/intake/draft_links.h"
#include "core/intake/scanner_names.h"
#include "core/intake/segment_fields.h"
#include "core/intake/segment_time.h"
#include "core/intake/web_names.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace topline::intake {

using domain::EventKind;
using domain::VisitorKind;
using domain::VisitorName;

namespace {

// Reads one event step by step into a draft, then hands over what it became.
class EventReader {
public:
    EventReader(const QJsonObject &object, const SegmentFrame &frame, SegmentMessage &out)
        : m_object(object)
        , m_context(part(object, "context"))
        , m_properties(part(object, "properties"))
        , m_frame(frame)
        , m_out(out)
    {
    }

    std::optional<std::string> read()
    {
        const auto call = callOf();
        if (!call)
            return "the type is none of track, page, screen, identify, group and alias";
        readTime();
        readWho();
        if (*call == SegmentCall::Alias)
            return readAlias();
        if (*call == SegmentCall::Group)
            readGroup();
        else
            m_group = firstId(m_context, {"groupId"});
        readCompany();
        const PageAddress address = readAddress();
        if (!isAnybody())
            return "the event names nobody";
        addLinks(m_draft, m_group, m_out.links);
        if (*call == SegmentCall::Identify || *call == SegmentCall::Group)
            return std::nullopt;
        return readAction(*call, address);
    }

private:
    std::optional<SegmentCall> callOf() const
    {
        const QString type = m_object.value(QLatin1String("type")).toString();
        if (m_frame.call != SegmentCall::Batch)
            return m_frame.call;
        const auto call = segmentCall("/v1/" + type.left(10).toStdString());
        return type.size() > 1 && call != SegmentCall::Batch ? call : std::nullopt;
    }

    void readTime()
    {
        auto saidMs = segmentTime(m_object.value(QLatin1String("originalTimestamp")));
        if (!saidMs)
            saidMs = segmentTime(m_object.value(QLatin1String("timestamp")));
        auto sentMs = segmentTime(m_object.value(QLatin1String("sentAt")));
        if (!sentMs)
            sentMs = m_frame.sentMs;
        m_draft.event.atMs = correctedTime(saidMs, sentMs, m_frame.receivedMs);
        m_draft.event.receivedMs = m_frame.receivedMs;
    }

    void readWho()
    {
        m_draft.userId = firstId(m_object, {"userId"});
        m_draft.anonymousId = firstId(m_object, {"anonymousId"});
        const QJsonObject traits = part(m_object, "traits");
        const QJsonObject known = part(m_context, "traits");
        for (const std::string &text :
             {firstId(traits, {"email"}), firstId(known, {"email"}),
              firstId(m_properties, {"email", "contactEmail"}), m_draft.userId}) {
            if (m_draft.contactEmail.empty())
                m_draft.contactEmail = mailAddress(text);
        }
        m_draft.userAgent =
            m_context.value(QLatin1String("userAgent")).toString().left(400).toStdString();
    }

    std::optional<std::string> readAlias()
    {
        const std::string previous = firstId(m_object, {"previousId"});
        if (previous.empty() || m_draft.userId.empty())
            return "an alias needs previousId and userId";
        // What was called by the old id may have been a browser or somebody signed in.
        link({VisitorKind::Anonymous, previous}, {VisitorKind::User, m_draft.userId});
        if (previous != m_draft.userId)
            link({VisitorKind::User, previous}, {VisitorKind::User, m_draft.userId});
        return std::nullopt;
    }

    void readGroup()
    {
        m_group = firstId(m_object, {"groupId"});
        m_draft.contactEmail.clear(); // the traits are those of the company
        const QJsonObject traits = part(m_object, "traits");
        m_draft.accountDomain = base::domainOf(firstId(traits, {"domain", "website", "url"}));
        m_draft.accountName = firstId(traits, {"name", "company"});
    }

    void readCompany()
    {
        for (const QJsonObject &from :
             {part(m_object, "traits"), part(m_context, "traits"), m_properties}) {
            const QJsonValue company = from.value(QLatin1String("company"));
            const QJsonObject object = company.toObject();
            if (m_draft.accountDomain.empty())
                m_draft.accountDomain = base::domainOf(firstId(object, {"domain", "website"}));
            if (m_draft.accountName.empty())
                m_draft.accountName =
                    company.isObject() ? firstId(object, {"name"}) : idText(company);
        }
        if (m_draft.accountDomain.empty())
            m_draft.accountDomain =
                base::domainOf(firstId(m_properties, {"accountDomain", "companyDomain"}));
        m_draft.event.deal.remoteId = firstId(m_properties, {"dealId", "opportunityId"});
    }

    PageAddress readAddress()
    {
        const QJsonObject page = part(m_context, "page");
        for (const QJsonValue &value :
             {m_properties.value(QLatin1String("url")), page.value(QLatin1String("url")),
              m_properties.value(QLatin1String("path")), page.value(QLatin1String("path"))}) {
            const QString text = value.toString();
            if (text.isEmpty())
                continue;
            PageAddress out = pageAddress(text.left(2'000).toStdString());
            m_draft.event.contact.remoteId = out.contact;
            return out;
        }
        return {};
    }

    bool isAnybody() const
    {
        return !m_draft.userId.empty() || !m_draft.anonymousId.empty() ||
               !m_draft.contactEmail.empty() || m_draft.event.contact.isSet();
    }

    void link(VisitorName from, VisitorName to)
    {
        m_out.links.push_back({std::move(from), std::move(to), m_draft.event.atMs});
    }

    std::optional<std::string> readAction(SegmentCall call, const PageAddress &address)
    {
        auto &event = m_draft.event;
        if (call == SegmentCall::Track) {
            const std::string name = titleOf(m_object.value(QLatin1String("event")));
            if (name.empty())
                return "the event has no name";
            event.kind = trackKind(name);
            event.title = titleOf(m_properties.value(QLatin1String("title")));
            for (const char *other : {"subject", "topic", "name"}) {
                if (event.title.empty())
                    event.title = titleOf(m_properties.value(QLatin1String(other)));
            }
            if (event.title.empty() || event.kind == EventKind::ProductUsed)
                event.title = name;
        } else {
            const std::string name = titleOf(m_object.value(QLatin1String("name")));
            const std::string category = titleOf(m_object.value(QLatin1String("category")));
            event.kind = pageKind(address.path, name, category);
            event.title =
                !name.empty() ? name : titleOf(m_properties.value(QLatin1String("title")));
            if (event.title.empty())
                event.title = base::storableText(address.path, titleBytesMax);
        }
        readAmount();
        settleReply(event);
        event.suspectBot = isScanner(m_draft.userAgent);
        event.sourceKey = domain::eventKey(segmentSource, messageId());
        m_out.drafts.push_back(std::move(m_draft));
        return std::nullopt;
    }

    void readAmount()
    {
        for (const char *name : {"amount", "quantity", "seconds", "duration", "percent", "score",
                                 "seats", "count", "units"}) {
            const QJsonValue value = m_properties.value(QLatin1String(name));
            if (!value.isDouble() || !std::isfinite(value.toDouble()))
                continue;
            m_draft.event.amount =
                static_cast<std::int32_t>(std::clamp(value.toDouble(), 0.0, 1e9));
            return;
        }
    }

    // Without one the same event sent again is still the same, whenever it is sent.
    std::string messageId() const
    {
        const std::string id = firstId(m_object, {"messageId"});
        if (!id.empty()) // "key:" would name another source's event
            return id.rfind("key:", 0) == 0 ? "id:" + id : id;
        QJsonObject content = m_object;
        content.remove(QLatin1String("sentAt"));
        return "content:" +
               base::hex(base::sha256(
                   QJsonDocument(content).toJson(QJsonDocument::Compact).toStdString()));
    }

    const QJsonObject &m_object;
    const QJsonObject m_context;
    const QJsonObject m_properties;
    const SegmentFrame &m_frame;
    SegmentMessage &m_out;
    domain::EventDraft m_draft;
    std::string m_group;
};

} // namespace

std::optional<std::string> readSegmentEvent(const QJsonObject &object, const SegmentFrame &frame,
                                            SegmentMessage &out)
{
    return EventReader(object, frame, out).read();
}

} // namespace topline::intake
