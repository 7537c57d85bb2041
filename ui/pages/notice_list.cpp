#include "ui/pages/notice_list.h"

#include "ui/look/button.h"
#include "ui/look/paint.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace topline::pages {

using namespace look;

class NoticeLineWidget final : public QWidget {
public:
    NoticeLineWidget(int side, QWidget *parent)
        : QWidget(parent)
        , m_side(side)
        , m_text(new QLabel(this))
        , m_layout(new QHBoxLayout(this))
    {
        m_layout->setContentsMargins(side + icon::dense + space::s, 6, side, 6);
        m_layout->setSpacing(space::s);
        m_text->setTextFormat(Qt::PlainText);
        m_text->setWordWrap(true);
        m_text->setFont(look::font(Type::Dense));
        m_layout->addWidget(m_text, 1);
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
        setMinimumHeight(36);
    }

    void setNotice(const Notice &notice)
    {
        m_icon = notice.icon;
        m_colour = notice.colour;
        m_text->setText(notice.text);
        setAccessibleName(notice.text);
        while (m_buttons.size() > notice.actions.size())
            delete m_buttons.takeLast();
        for (int i = 0; i < notice.actions.size(); ++i) {
            const NoticeAction &action = notice.actions[i];
            if (i == m_buttons.size()) {
                auto *button = new Button(Button::Kind::Outlined, action.text, this);
                button->setSmall(true);
                m_layout->addWidget(button, 0, Qt::AlignTop);
                m_buttons.push_back(button);
            }
            Button *button = m_buttons[i];
            button->setText(action.text);
            button->setAccessibleName(action.name.isEmpty() ? action.text : action.name);
            button->disconnect(this);
            QObject::connect(button, &QAbstractButton::clicked, this, action.run);
        }
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokensFor(palette());
        QPainter painter(this);
        mirrorIfRightToLeft(painter, *this);
        drawIcon(painter, {qreal(m_side), 11}, m_icon, t.*m_colour, icon::dense);
        hLine(painter, m_side, width() - m_side, height() - hairline(painter), t.line);
    }

private:
    int m_side;
    Icon m_icon = Icon::Info;
    Token m_colour = &Tokens::text3;
    QLabel *m_text;
    QHBoxLayout *m_layout;
    QVector<Button *> m_buttons;
};

NoticeList::NoticeList(int side, QWidget *parent)
    : QWidget(parent)
    , m_side(side)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    hide();
}

void NoticeList::setNotices(const QVector<Notice> &notices)
{
    QHash<QString, NoticeLineWidget *> before = m_lines;
    m_lines.clear();
    int place = 0;
    for (const Notice &notice : notices) {
        NoticeLineWidget *line = before.take(notice.id);
        if (line == nullptr)
            line = new NoticeLineWidget(m_side, this);
        else
            m_layout->removeWidget(line);
        m_layout->insertWidget(place++, line);
        line->setNotice(notice);
        line->show();
        m_lines.insert(notice.id, line);
    }
    for (NoticeLineWidget *gone : std::as_const(before)) {
        m_layout->removeWidget(gone);
        gone->hide();
        gone->deleteLater(); // its own button may be what called us
    }
    setVisible(!notices.isEmpty());
}

} // namespace topline::pages
