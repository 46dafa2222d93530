package org.netloom.access;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.server.SessionExpiredException;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.UidlWriter;
import com.vaadin.flow.spring.SpringServlet;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Opens pages in the running program as a browser would, and keeps what the server would send to it. */
final class Browser {

    private final MatrixServer server;
    private final VaadinServletService service;

    Browser(MatrixServer server) {
        this.server = server;
        this.service = server.context.getBeansOfType(ServletRegistrationBean.class).values().stream()
                .map(ServletRegistrationBean::getServlet)
                .filter(SpringServlet.class::isInstance)
                .map(SpringServlet.class::cast)
                .findFirst()
                .orElseThrow()
                .getService();
    }

    /**
     * A page that was opened.
     *
     * @param shown simple name of the innermost view
     * @param sent all that goes to the browser
     */
    record Page(String shown, String sent) {}

    Page open(Asker asker, String path) {
        return server.cast.as(asker, () -> opened(asker, path));
    }

    private Page opened(Asker asker, String path) {
        MockHttpServletRequest http = new MockHttpServletRequest("GET", "/" + path);
        HttpSession session = new MockHttpSession(server.context.getServletContext());
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, server.cast.context(asker));
        http.setSession(session);
        http.setUserPrincipal(server.cast.context(asker).getAuthentication());
        VaadinServletRequest request = new VaadinServletRequest(http, service);
        service.requestStart(request, new VaadinServletResponse(new MockHttpServletResponse(), service));
        try {
            return page(service.findVaadinSession(request), request, path);
        } catch (SessionExpiredException e) {
            throw new IllegalStateException(e);
        } finally {
            CurrentInstance.clearAll();
        }
    }

    private Page page(VaadinSession session, VaadinRequest request, String path) {
        session.lock();
        try {
            VaadinSession.setCurrent(session);
            UI ui = new UI();
            ui.getInternals().setSession(session);
            UI.setCurrent(ui);
            ui.doInit(request, session.getNextUIid(), "matrix");
            session.addUI(ui);
            service.fireUIInitListeners(ui);
            ui.browserNavigate(new UI.BrowserNavigateEvent(ui, true, path, "", "", null, ""));
            List<HasElement> chain = ui.getInternals().getActiveRouterTargetsChain();
            String shown =
                    chain.isEmpty() ? "nothing" : chain.getFirst().getClass().getSimpleName();
            String sent = new UidlWriter().createUidl(ui, false).toString();
            ui.close();
            session.removeUI(ui);
            return new Page(shown, sent);
        } finally {
            session.unlock();
        }
    }
}
