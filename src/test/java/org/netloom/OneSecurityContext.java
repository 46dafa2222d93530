package org.netloom;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * Lets several servers run in one process, which only tests do: who is signed in on a thread is kept in a static place, and each
 * server would put a keeper of its own there, so that all but the last forget whom they have just let in.
 */
public final class OneSecurityContext implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static @Nullable SecurityContextHolderStrategy first;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof SecurityContextHolderStrategy keeper ? one(keeper) : bean;
            }
        });
        context.addApplicationListener(event -> {
            if (event instanceof ContextRefreshedEvent && first != null) {
                SecurityContextHolder.setContextHolderStrategy(first);
            }
        });
    }

    private static synchronized SecurityContextHolderStrategy one(SecurityContextHolderStrategy keeper) {
        if (first == null) {
            first = keeper;
        }
        return first;
    }
}
