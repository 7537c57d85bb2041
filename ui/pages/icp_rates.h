// How often a meeting followed on each tier, measured on a year of every account, and what may be
// concluded from it. Painted, read-only, spoken as one text. Beside the editor of profiles, GUI
// thread. Small numbers say that they are small.
#pragma once

#include "core/domain/score.h"
#include "ui/look/paint.h"
#include "ui/text/format.h"

#include <QWidget>

namespace topline::pages {

class IcpRates final : public QWidget {
    Q_OBJECT

public:
    explicit IcpRates(QWidget *parent = nullptr);

    void setWaiting();
    void setTrouble(const QString &text);
    void setReport(const domain::TierReport &report, const ui::text::Format &format);

    // What may be concluded, in a sentence.
    static QString verdictText(const domain::TierReport &report, const ui::text::Format &format);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Row {
        QString name;
        QString count;
        QString rate;
        QString low;
        bool isBase = false;
    };

    void paintHeads(QPainter &painter, const QRectF &box);
    void paintRow(QPainter &painter, const QRectF &box, const Row &row);

    QVector<Row> m_rows;
    QString m_words;
    look::TextPainter m_text{32};
};

} // namespace topline::pages
