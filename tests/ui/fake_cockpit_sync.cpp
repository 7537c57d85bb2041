#include "tests/ui/fake_cockpit.h"

namespace topline::test {

void FakeCockpit::loadSync(engine::Answer<domain::SyncView> answer)
{
    give("load sync", syncView, answer);
}

void FakeCockpit::loadRequests(engine::Answer<std::vector<domain::RequestRow>> answer)
{
    give("requests", requests, answer);
}

void FakeCockpit::signIn(domain::SignInRequest request,
                         std::function<void(std::string)> openBrowser,
                         engine::Answer<domain::SignInReport> answer)
{
    if (request.way == domain::SignInWay::Browser && openBrowser)
        openBrowser("https://login.example/authorize");
    signIns.push_back(std::move(request));
    give("sign in", signInReport, answer);
}

void FakeCockpit::cancelSignIn()
{
    called.emplace_back("cancel sign in");
}

void FakeCockpit::startFirstSync(std::string system, engine::Done done)
{
    systems.push_back(std::move(system));
    take("first sync", {}, done);
}

void FakeCockpit::stopSync(std::string system, engine::Done done)
{
    systems.push_back(std::move(system));
    take("stop sync", {}, done);
}

void FakeCockpit::disconnect(std::string system, engine::Done done)
{
    systems.push_back(std::move(system));
    take("disconnect", {}, done);
}

void FakeCockpit::resolveConflict(base::Uuid id, bool keepOurs, engine::Done done)
{
    decision = keepOurs;
    take("resolve conflict", {id}, done);
}

void FakeCockpit::confirmDeletes(std::string system, bool accept, engine::Done done)
{
    systems.push_back(std::move(system));
    decision = accept;
    take("confirm deletes", {}, done);
}

void FakeCockpit::setCallBudget(std::string system, std::int64_t callsPerDay, engine::Done done)
{
    systems.push_back(std::move(system));
    callBudget = callsPerDay;
    take("call budget", {}, done);
}

void FakeCockpit::whyMissing(std::string,
                             engine::Answer<std::vector<domain::MissingFinding>> answer)
{
    give("why missing", missing, answer);
}

void FakeCockpit::editFields(domain::FieldEditRequest request, engine::Done done)
{
    edits.push_back(std::move(request));
    take("edit fields", {}, done);
}

} // namespace topline::test
