package org.netloom.shell;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.netloom.design.Problem;
import org.netloom.sharing.Visits;
import org.netloom.workspace.AccessRefused;
import org.netloom.workspace.IdentityProvider;
import org.netloom.workspace.OpenSessions;
import org.netloom.workspace.RememberedBrowsers;
import org.netloom.workspace.Tokens;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who gets through the door: programs with a token, people with a session, nobody else. */
@Configuration(proxyBeanMethods = false)
class WebSecurityConfig {

    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();
    private static final RequestMatcher FOR_PROGRAMS =
            new OrRequestMatcher(PATHS.matcher("/api/**"), PATHS.matcher("/ws/**"), PATHS.matcher("/v3/**"));
    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** The one call that takes a password instead of a token. */
    @Bean
    @Order(1)
    SecurityFilterChain tokenRequests(HttpSecurity http) {
        AuthenticationEntryPoint unknown = (request, response, e) -> {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Netloom\", charset=\"UTF-8\"");
            ProblemAnswer.write(response, e instanceof LockedException ? 429 : 401, signInProblem(e));
        };
        return http.securityMatcher(PATHS.matcher(HttpMethod.POST, "/api/v1/tokens"))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(unknown))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(unknown))
                .sessionManagement(kept -> kept.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /**
     * Tokens may do everything; a browser's session may only read, so that no other site can make it write. No CSRF
     * token is needed for that.
     */
    @Bean
    @Order(2)
    SecurityFilterChain programs(HttpSecurity http, Tokens tokens, OpenSessions sessions, Visits visits) {
        return http.securityMatcher(FOR_PROGRAMS)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(WebSecurityConfig::isSessionWrite)
                                .denyAll()
                                .requestMatchers(LinkVisits::isVisit)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .addFilterBefore(new BearerTokens(tokens), BasicAuthenticationFilter.class)
                .addFilterBefore(new EndedSessions(sessions), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new LinkVisits(visits), BasicAuthenticationFilter.class)
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(notSignedIn()).accessDeniedHandler(onlyWithToken()))
                .sessionManagement(kept -> kept.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain people(
            HttpSecurity http,
            RememberedBrowsers remembered,
            OpenSessions sessions,
            ObjectProvider<IdentityProvider> provider) {
        provider.ifAvailable(identities -> identities.open(http));
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/favicon.svg", "/favicon.ico", "/fonts/**")
                        .permitAll())
                // SecurityHeaders writes them, on answers that no chain sees, too.
                .headers(AbstractHttpConfigurer::disable)
                .rememberMe(remember -> remember.rememberMeServices(remembered))
                .addFilterBefore(new EndedSessions(sessions), AnonymousAuthenticationFilter.class)
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView("/login", "/login").anyRequest(url -> url.authenticated()))
                .formLogin(form -> form.failureHandler(backToSignIn()))
                .build();
    }

    private static boolean isSessionWrite(HttpServletRequest request) {
        return !READING.contains(request.getMethod()) && !BearerTokens.areIn(request);
    }

    private static AuthenticationFailureHandler backToSignIn() {
        return (request, response, e) -> response.sendRedirect(
                request.getContextPath() + "/login?error=" + (e instanceof LockedException ? "wait" : "wrong"));
    }

    private static AuthenticationEntryPoint notSignedIn() {
        return (request, response, e) -> {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"Netloom\"");
            ProblemAnswer.write(response, 401, AccessRefused.notSignedIn().problem());
        };
    }

    private static AccessDeniedHandler onlyWithToken() {
        return (request, response, e) -> ProblemAnswer.write(
                response,
                403,
                Problem.error(
                        "token-needed",
                        "A browser session may only read here.",
                        "Changes through the HTTP API carry a token.",
                        "Send 'Authorization: Bearer …' with a token from POST /api/v1/tokens."));
    }

    private static Problem signInProblem(AuthenticationException e) {
        if (e instanceof LockedException) {
            return Problem.error(
                    "sign-in-wait",
                    "Too many wrong passwords for this account.",
                    "A pause of a minute after five wrong ones.",
                    "Wait a minute, then try again.");
        }
        return Problem.error(
                "sign-in-wrong",
                "The e-mail address or the password is wrong, or missing.",
                "HTTP Basic with the e-mail address and password of an account.",
                "Check both; with curl: -u 'ada@example.org:password'.");
    }
}
