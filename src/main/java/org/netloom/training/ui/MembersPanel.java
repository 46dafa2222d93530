package org.netloom.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import org.netloom.training.Member;

/** The trainings that a run with restarts consists of, and which of them the model is made of. */
final class MembersPanel extends Section {

    MembersPanel(List<Member.Standing> members) {
        addClassName("netloom-panel");
        NativeTable table = new NativeTable();
        table.addClassNames("netloom-table", "netloom-figures");
        NativeTableRow head = table.getHead().addRow();
        for (String column : List.of("number", "seed", "loss", "accuracy", "part")) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation("run.members." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        members.forEach(each -> row(table, each));
        Div frame = new Div(table);
        frame.addClassName("netloom-scrolling");
        frame.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "group")
                .setAttribute("aria-label", getTranslation("run.evaluation.table"));
        add(new H2(getTranslation("run.members")), frame);
    }

    private void row(NativeTable table, Member.Standing each) {
        Member member = each.member();
        NativeTableRow row = table.getBody().addRow();
        NativeTableHeaderCell number = new NativeTableHeaderCell(Integer.toString(member.number()));
        number.getElement().setAttribute("scope", "row");
        row.add(number);
        row.add(
                cell(Long.toString(each.seed()), ""),
                cell(Figures.loss(member.loss()), Figures.exact(member.loss())),
                Double.isNaN(member.accuracy())
                        ? cell("–", "")
                        : cell(Figures.percent(member.accuracy()), Figures.exact(member.accuracy())),
                cell(part(each.weight()), each.weight() > 0 ? Figures.exact(each.weight()) : ""));
    }

    private String part(double weight) {
        return weight == 0
                ? getTranslation("run.members.dropped")
                : weight == 1 ? getTranslation("run.members.kept") : Figures.percent(weight);
    }

    private static NativeTableCell cell(String text, String exact) {
        NativeTableCell cell = new NativeTableCell(text);
        if (!exact.isEmpty()) {
            cell.setTitle(exact);
        }
        return cell;
    }
}
