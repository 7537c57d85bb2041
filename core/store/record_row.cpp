#include "core/store/record_row.h"

namespace topline::store {

void readRow(Statement &statement, domain::Account &account)
{
    statement.read(account.id, account.remoteId, account.name, account.domain, account.industry,
                   account.country, account.parent, account.employees, account.annualRevenue,
                   account.owner, account.createdMs, account.updatedMs, account.deleted);
}

void readRow(Statement &statement, domain::Contact &contact)
{
    statement.read(contact.id, contact.remoteId, contact.account, contact.firstName,
                   contact.lastName, contact.email, contact.phone, contact.title, contact.timeZone,
                   contact.optedOut, contact.bounced, contact.createdMs, contact.updatedMs,
                   contact.deleted);
}

void readRow(Statement &statement, domain::Deal &deal)
{
    statement.read(deal.id, deal.remoteId, deal.name, deal.account, deal.contact, deal.owner,
                   deal.product, deal.stage, deal.amount, deal.source, deal.nextStep,
                   deal.createdMs, deal.closeMs, deal.updatedMs, deal.deleted);
}

void readRow(Statement &statement, domain::StageChange &change)
{
    statement.read(change.deal.id, change.stage.id, change.atMs);
}

void readRow(Statement &statement, domain::AmountChange &change)
{
    statement.read(change.deal.id, change.amount, change.atMs);
}

void readRow(Statement &statement, domain::CloseChange &change)
{
    statement.read(change.deal.id, change.closeMs, change.atMs);
}

void readRow(Statement &statement, domain::TitleChange &change)
{
    statement.read(change.contact.id, change.title, change.atMs);
}

void readRow(Statement &statement, domain::Event &event)
{
    statement.read(event.id, event.sourceKey, event.account.id, event.contact.id, event.deal.id,
                   event.kind, event.atMs, event.receivedMs, event.amount, event.suspectBot);
}

void readRow(Statement &statement, domain::Owner &owner)
{
    statement.read(owner.id, owner.remoteId, owner.name, owner.email, owner.team, owner.manager,
                   owner.active, owner.updatedMs);
}

void readRow(Statement &statement, domain::Product &product)
{
    statement.read(product.id, product.remoteId, product.name, product.family, product.price,
                   product.updatedMs);
}

void readRow(Statement &statement, domain::Stage &stage)
{
    statement.read(stage.id, stage.remoteId, stage.pipeline, stage.name, stage.order, stage.kind);
}

void readRow(Statement &statement, domain::Quota &quota)
{
    statement.read(quota.owner, quota.startMs, quota.endMs, quota.amount);
}

} // namespace topline::store
