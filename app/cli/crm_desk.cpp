#include "app/cli/crm_desk.h"

#include "app/cli/interrupt.h"
#include "app/cli/json_values.h"
#include "core/domain/crm_system.h"
#include "core/engine/intake/connection_book.h"

#include <cstdio>
#include <iostream>
#include <utility>

namespace topline::app {

bool isCrmName(const std::string &name)
{
    return !domain::remotePrefix(name).empty();
}

base::Result<base::Secret> secretFromInput()
{
    std::string line;
    if (!std::getline(std::cin, line))
        return base::Error{base::ErrorCode::InvalidInput, "Nothing came on standard input.",
                           "Nothing was changed.", "Pipe the secret in, as its only line."};
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    return base::Secret(std::move(line));
}

CrmDesk::~CrmDesk()
{
    if (const base::Status kept = keepTraffic(); !kept.ok())
        std::fprintf(stderr, "topline-cli: %s\n", kept.error().text().c_str());
}

base::Status CrmDesk::keepTraffic()
{
    auto &source = m_session.source();
    const auto requests = source.takeRequests();
    if (requests.empty())
        return {};
    TRY_ASSIGN(const auto names, systems());
    std::vector<std::pair<std::string, domain::GateState>> gates;
    for (const auto &system : names)
        gates.emplace_back(system, source.gate(system));
    return m_session.engine().connections().noteTraffic(requests, gates);
}

base::Result<std::vector<std::string>> CrmDesk::systems()
{
    TRY_ASSIGN(const auto rows, m_session.engine().connections().active());
    std::vector<std::string> out;
    for (const auto &row : rows)
        out.push_back(row.profile.system);
    return out;
}

void CrmDesk::note(const std::string &system, const base::Error &error)
{
    using domain::ConnectionState;
    const auto state = error.code == base::ErrorCode::SignInNeeded   ? ConnectionState::SignInNeeded
                       : error.code == base::ErrorCode::LimitReached ? ConnectionState::Paused
                                                                     : ConnectionState::Failing;
    // The error itself is what the user is told; that it could not be kept is less.
    (void)m_session.engine().connections().setState(system, state, error).ok();
}

base::Result<domain::SignInReport> CrmDesk::signIn(const domain::SignInRequest &request)
{
    auto &source = m_session.source();
    domain::SignInReport out;
    TRY_ASSIGN(out.profile, source.signIn(
                                request,
                                [](const std::string &url) {
                                    std::fprintf(stderr, "Open this address in a browser:\n%s\n",
                                                 url.c_str());
                                },
                                m_cancel));
    TRY(m_session.engine().connections().signedIn(request, out.profile));
    out.isSecretLasting = source.isSecretLasting();
    TRY_ASSIGN(const auto connector, source.open(request.system));
    TRY_ASSIGN(out.counts, connector->count(m_cancel));
    return out;
}

base::Result<std::unique_ptr<crm::Connector>> CrmDesk::open(const std::string &system)
{
    auto &book = m_session.engine().connections();
    TRY_ASSIGN(const auto rows, book.active());
    for (const auto &row : rows) {
        if (row.profile.system == system)
            m_session.source().setCallBudget(system, row.gate.allowedToday, book.usedToday(row));
    }
    auto connector = m_session.source().open(system);
    if (!connector.ok()) {
        note(system, connector.error());
        return connector.error();
    }
    const auto profile = (*connector)->inspect(m_cancel);
    if (!profile.ok()) {
        note(system, profile.error());
        return profile.error();
    }
    TRY_ASSIGN(const auto admission, book.admit(*profile));
    if (admission != engine::Admission::Welcome)
        return engine::refusalOf(admission, system);
    return connector;
}

base::Result<engine::SyncSummary> CrmDesk::sync(crm::Connector &connector, ProgressLine &progress)
{
    const auto summary =
        m_session.engine().sync(connector, m_cancel, [&](const engine::SyncSummary &soFar) {
            progress.show(QStringLiteral("%1: %2 records, %3 events")
                              .arg(toQt(connector.title()))
                              .arg(soFar.records)
                              .arg(soFar.events));
            return !isInterrupted();
        });
    if (!summary.ok())
        note(connector.system(), summary.error());
    return summary;
}

base::Status CrmDesk::disconnect(const std::string &system)
{
    TRY(m_session.engine().connections().disconnect(system));
    return m_session.source().forget(system, m_cancel);
}

} // namespace topline::app
