#include "tests/engine/guard_world.h"

#include "core/actions/mail_effect.h"
#include "core/base/hash.h"
#include "core/engine/channels/effect_route.h"

namespace topline::engine {

using flow::need;

GuardWorld::GuardWorld(base::FixedClock &worldClock)
    : clock(worldClock)
    , m_folder(QStringLiteral("/dev/shm/topline-XXXXXX"))
    , m_file(m_folder.path().toStdString() + "/w.topline")
{
    need(store::Workspace::create(m_file, m_ids.next(), clock.now())).reset();
    open();
}

void GuardWorld::open()
{
    m_workspace = need(store::Workspace::open(m_file, clock.now()));
    m_context =
        std::make_unique<Context>(Context{clock, m_ids, *m_workspace, m_plays, {}, {}, {}, {}, {}});
    m_context->policy = need(tables().settings.policy());
    m_install = std::make_unique<InstallGuard>(*m_context, nullptr);
    m_outbox = std::make_unique<OutboxRunner>(*m_context, *m_install);
    need(m_outbox->recover());
}

void GuardWorld::close()
{
    m_outbox.reset();
    m_context.reset();
    m_workspace.reset();
}

void GuardWorld::restart()
{
    close();
    open();
}

void GuardWorld::change(const std::function<base::Status(Step &)> &work)
{
    Step step = need(Step::begin(*m_context, "test"));
    need(work(step));
    need(step.commit());
}

void GuardWorld::setPolicy(const std::function<void(domain::Policy &)> &edit)
{
    edit(m_context->policy);
    change([&](Step &step) -> base::Status {
        TRY_ASSIGN(const bool changed, step.tables().settings.setPolicy(m_context->policy));
        static_cast<void>(changed);
        return {};
    });
}

domain::ContactId GuardWorld::person(const Person &person)
{
    domain::ContactId out;
    change([&](Step &step) -> base::Status {
        const std::string name = std::to_string(++m_count);
        domain::Account account;
        account.remoteId = "a" + name;
        account.name = "Company " + name;
        account.country = person.country;
        TRY_ASSIGN(const auto company, step.tables().records.put(account, step.changes()));
        domain::Contact contact;
        contact.remoteId = "c" + name;
        contact.account.id = company.id;
        contact.account.remoteId = account.remoteId;
        contact.firstName = "Dana";
        contact.lastName = name;
        contact.email = person.mail;
        contact.timeZone = person.zone;
        TRY_ASSIGN(const auto written, step.tables().records.put(contact, step.changes()));
        out = written.id;
        return {};
    });
    return out;
}

domain::OwnerId GuardWorld::owner(const std::string &name)
{
    domain::OwnerId out;
    change([&](Step &step) -> base::Status {
        domain::Owner owner;
        owner.remoteId = "o-" + name;
        owner.name = name;
        TRY_ASSIGN(const auto written, step.tables().catalogue.put(owner, step.changes()));
        out = written.id;
        return {};
    });
    return out;
}

domain::Effect GuardWorld::effectOf(const domain::Action &action, domain::Channel channel) const
{
    if (channel != domain::Channel::Mail)
        return actions::buildEffect(action, {}, clock.now());
    actions::MailTarget target;
    target.account.address = "rep@seller.example";
    target.account.name = "Sam";
    target.account.postalAddress = "1 Main Street, Springfield";
    return need(actions::buildMailEffect(action, target, clock.now()));
}

base::Uuid GuardWorld::letter(const Letter &letter)
{
    const auto contact = need(tables().records.contact(letter.to)).value();
    domain::Action action;
    action.id = base::Uuid::named("letter", std::to_string(++m_count));
    action.kind = letter.kind;
    action.state = domain::ActionState::Approved;
    action.urgency = letter.urgency;
    action.account = contact.account.id;
    action.contact = letter.to;
    action.owner = letter.owner;
    if (letter.isBySignal)
        action.signal = base::Uuid::named("signal", action.id.text());
    action.dedupeKey = action.id.text();
    action.createdMs = action.changedMs = action.signalMs = clock.now();
    action.draft.to = letter.kind == domain::ActionKind::Email ? contact.email : "+49 30 123456";
    action.draft.subject = "Subject";
    action.draft.body = "Body";
    change([&](Step &step) -> base::Status {
        TRY(step.add(action));
        auto effect = effectOf(action, letter.channel);
        const std::string approved =
            letter.isApprovedOtherwise ? base::hex(base::sha256("others")) : effect.wireSha256;
        TRY(step.tables().outbox.addApproval({action.id, letter.approver, approved, clock.now()}));
        return step.tables().outbox.add(effect);
    });
    return action.id;
}

int GuardWorld::send(crm::PushState answer, domain::Channel channel)
{
    const bool isCrm = channel == domain::Channel::Crm;
    const auto route =
        isCrm ? store::EffectRoute{} : routeOf(std::string(domain::channelName(channel)), false);
    int out = 0;
    while (true) {
        const auto claimed = need(m_outbox->claim(route));
        if (claimed.empty())
            return out;
        for (const auto &effect : claimed) {
            need(m_outbox->markOnWire(std::span(&effect, 1)));
            left.push_back({effect.action, clock.now(), effect.notBeforeMs});
            crm::PushAnswer reply;
            reply.state = answer;
            need(m_outbox->recordAnswer(effect.id, reply));
            ++out;
        }
    }
}

domain::Action GuardWorld::action(const base::Uuid &id)
{
    return need(tables().actions.action(id)).value();
}

domain::Effect GuardWorld::effect(const base::Uuid &action)
{
    return need(tables().outbox.effectsOf(action)).back();
}

std::optional<domain::Reason> GuardWorld::rule(const base::Uuid &id)
{
    return domain::decodeReason(action(id).failure);
}

int GuardWorld::ledgerRows(domain::LedgerKind kind)
{
    int out = 0;
    need(tables().ledger.forEach([&](const domain::LedgerEntry &entry) -> base::Status {
        out += entry.kind == kind;
        return {};
    }));
    return out;
}

} // namespace topline::engine
