package org.netloom.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/**
 * Marks the scripts of a page with the word that its Content-Security-Policy names. Vaadin's client makes functions from the
 * expressions that the server sends, which takes 'unsafe-eval'; instead it is given a maker of functions that needs the word, too.
 */
@Component
final class PageScripts implements VaadinServiceInitListener {

    private static final String FUNCTIONS = """
            (function () {
              const nonce = document.currentScript.nonce;
              const made = new Map();
              let count = 0;
              function make(parameters, body) {
                const name = '__netloomFunction' + count++;
                const script = document.createElement('script');
                script.nonce = nonce;
                script.textContent = 'window.' + name + ' = function (' + parameters.join(',') + ') {' + body + '\\n};';
                document.head.append(script);
                script.remove();
                const result = window[name];
                delete window[name];
                if (!result) throw new SyntaxError('The expression cannot be read: ' + body);
                return result;
              }
              function PageFunction(...parts) {
                const body = parts.length ? String(parts.pop()) : '';
                const key = JSON.stringify([parts, body]);
                if (made.size > 2000) made.clear();
                if (!made.has(key)) made.set(key, make(parts, body));
                return made.get(key);
              }
              PageFunction.prototype = window.Function.prototype;
              window.Function = PageFunction;
            })();
            """;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(PageScripts::mark);
    }

    private static void mark(IndexHtmlResponse page) {
        if (page.getVaadinRequest().getAttribute(SecurityHeaders.NONCE) instanceof String nonce) {
            Element functions = new Element("script").appendChild(new DataNode(FUNCTIONS));
            page.getDocument().head().prependChild(functions);
            page.getDocument().getElementsByTag("script").attr("nonce", nonce);
        }
    }
}
