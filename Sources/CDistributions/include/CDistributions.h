#ifndef ESS_CDISTRIBUTIONS_H
#define ESS_CDISTRIBUTIONS_H

#ifdef __cplusplus
extern "C" {
#endif

/* Boost.Math in double precision: for each distribution the density (or mass), the probability of at most x, that of more than x, and
   the quantile. NaN outside the domain; nothing throws. */
double ess_normal_density(double x);
double ess_normal_cumulative(double x);
double ess_normal_complement(double x);
double ess_normal_quantile(double x);
double ess_student_t_density(double x, double df);
double ess_student_t_cumulative(double x, double df);
double ess_student_t_complement(double x, double df);
double ess_student_t_quantile(double x, double df);
double ess_chi_squared_density(double x, double df);
double ess_chi_squared_cumulative(double x, double df);
double ess_chi_squared_complement(double x, double df);
double ess_chi_squared_quantile(double x, double df);
double ess_f_density(double x, double df1, double df2);
double ess_f_cumulative(double x, double df1, double df2);
double ess_f_complement(double x, double df1, double df2);
double ess_f_quantile(double x, double df1, double df2);
double ess_beta_density(double x, double a, double b);
double ess_beta_cumulative(double x, double a, double b);
double ess_beta_complement(double x, double a, double b);
double ess_beta_quantile(double x, double a, double b);
double ess_gamma_density(double x, double shape, double scale);
double ess_gamma_cumulative(double x, double shape, double scale);
double ess_gamma_complement(double x, double shape, double scale);
double ess_gamma_quantile(double x, double shape, double scale);
double ess_binomial_density(double x, double n, double p);
double ess_binomial_cumulative(double x, double n, double p);
double ess_binomial_complement(double x, double n, double p);
double ess_binomial_quantile(double x, double n, double p);
double ess_poisson_density(double x, double mean);
double ess_poisson_cumulative(double x, double mean);
double ess_poisson_complement(double x, double mean);
double ess_poisson_quantile(double x, double mean);
double ess_noncentral_t_density(double x, double df, double delta);
double ess_noncentral_t_cumulative(double x, double df, double delta);
double ess_noncentral_t_complement(double x, double df, double delta);
double ess_noncentral_t_quantile(double x, double df, double delta);
double ess_noncentral_f_density(double x, double df1, double df2, double lambda);
double ess_noncentral_f_cumulative(double x, double df1, double df2, double lambda);
double ess_noncentral_f_complement(double x, double df1, double df2, double lambda);
double ess_noncentral_f_quantile(double x, double df1, double df2, double lambda);
double ess_noncentral_chi_squared_density(double x, double df, double lambda);
double ess_noncentral_chi_squared_cumulative(double x, double df, double lambda);
double ess_noncentral_chi_squared_complement(double x, double df, double lambda);
double ess_noncentral_chi_squared_quantile(double x, double df, double lambda);

/* Hypergeometric: marked elements in a sample of `drawn` out of `total`, `marked` of which are marked. */
double ess_hypergeometric_mass(double x, unsigned marked, unsigned drawn, unsigned total);
double ess_hypergeometric_cumulative(double x, unsigned marked, unsigned drawn, unsigned total);
double ess_hypergeometric_complement(double x, unsigned marked, unsigned drawn, unsigned total);

double ess_log_gamma(double x);
double ess_digamma(double x);
double ess_beta(double a, double b);
double ess_regularised_gamma(double a, double x);

#ifdef __cplusplus
}
#endif
#endif
