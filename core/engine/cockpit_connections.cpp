#include "core/engine/cockpit_thread.h"

#include <utility>

namespace topline::engine {

namespace {

base::Error noSource()
{
    return {.code = base::ErrorCode::Refused,
            .message = "This program has no connection source.",
            .kept = "Nothing was changed."};
}

} // namespace

void CockpitThread::loadSync(Answer<domain::SyncView> answer)
{
    ask<domain::SyncView>([](Engine &) { return domain::SyncView(); }, std::move(answer));
}

void CockpitThread::loadRequests(Answer<std::vector<domain::RequestRow>> answer)
{
    ask<std::vector<domain::RequestRow>>([](Engine &) { return std::vector<domain::RequestRow>(); },
                                         std::move(answer));
}

void CockpitThread::signIn(domain::SignInRequest, std::function<void(std::string)>,
                           Answer<domain::SignInReport> answer)
{
    answer(noSource());
}

void CockpitThread::cancelSignIn() {}

void CockpitThread::startFirstSync(std::string, Done done)
{
    done(noSource());
}

void CockpitThread::stopSync(std::string, Done done)
{
    done(noSource());
}

void CockpitThread::disconnect(std::string, Done done)
{
    done(noSource());
}

void CockpitThread::resolveConflict(base::Uuid, bool, Done done)
{
    done(noSource());
}

void CockpitThread::confirmDeletes(std::string, bool, Done done)
{
    done(noSource());
}

void CockpitThread::setCallBudget(std::string, std::int64_t, Done done)
{
    done(noSource());
}

void CockpitThread::whyMissing(std::string, Answer<std::vector<domain::MissingFinding>> answer)
{
    answer(noSource());
}

void CockpitThread::editFields(domain::FieldEditRequest, Done done)
{
    done(noSource());
}

} // namespace topline::engine
