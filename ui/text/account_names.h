// Names of what the accounts page shows: stages of qualification, buying roles, elements and their
// states, ranks and departments, fields of a profile, groups of the timeline. Used by the window
// and free for the terminal program. Pure, any thread, cannot fail; what is unknown says so.
#pragma once

#include "core/domain/account_view.h"
#include "core/domain/icp.h"

#include <QString>

namespace topline::ui::text {

QString lifecycleText(domain::LifecycleStage stage);     // "MQL"
QString lifecycleLongText(domain::LifecycleStage stage); // "Marketing qualified"
QString roleText(domain::BuyingRole role);               // "Economic buyer"; "Role not known"
QString roleSourceText(domain::RoleSource source);       // "suggested by the title"
QString frameworkText(domain::Framework framework);      // "BANT"
QString elementText(domain::QualificationElement element);
QString elementStateText(domain::ElementState state);
QString seniorityText(domain::Seniority seniority);    // "C-level"
QString departmentText(domain::Department department); // "Finance"
QString icpFieldText(domain::IcpField field);          // "Industry"
QString timelineGroupText(domain::TimelineGroup group);
QString timelineActorText(domain::TimelineActor actor);

} // namespace topline::ui::text
