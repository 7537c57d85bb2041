#include "core/intake/draft_links.h"

#include <utility>

namespace topline::intake {

using domain::VisitorKind;
using domain::VisitorName;

void addLinks(const domain::EventDraft &draft, const std::string &group,
              std::vector<domain::VisitorLink> &out)
{
    const auto link = [&](const VisitorName &from, const VisitorName &to) {
        if (!from.name.empty() && !to.name.empty())
            out.push_back({from, to, draft.event.atMs});
    };
    const VisitorName device{VisitorKind::Anonymous, draft.anonymousId};
    const VisitorName user{VisitorKind::User, draft.userId};
    const VisitorName mail{VisitorKind::Email, draft.contactEmail};
    const VisitorName contact{VisitorKind::Contact, draft.event.contact.remoteId};
    for (const auto &from : {device, user}) {
        for (const auto &to : {user, mail, contact}) {
            if (from.kind != to.kind)
                link(from, to);
        }
    }
    VisitorName who = !user.name.empty() ? user : !mail.name.empty() ? mail : device;
    const VisitorName company{VisitorKind::Group, group};
    link(who, company);
    if (!group.empty())
        who = company;
    link(who, {VisitorKind::Domain, draft.accountDomain});
    link(who, {VisitorKind::Company, draft.accountName});
}

} // namespace topline::intake
