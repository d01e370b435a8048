// The only file that sees Boost.Math. Errors never throw: they come back as NaN.
#include "CDistributions.h"

#include <boost/math/distributions/students_t.hpp>
#include <limits>

namespace {

namespace policies = boost::math::policies;

using Policy = policies::policy<
    policies::domain_error<policies::ignore_error>,
    policies::pole_error<policies::ignore_error>,
    policies::overflow_error<policies::ignore_error>,
    policies::underflow_error<policies::ignore_error>,
    policies::evaluation_error<policies::ignore_error>>;

}  // namespace

double ess_student_t_quantile(double p, double df) {
  if (!(p > 0 && p < 1 && df > 0)) return std::numeric_limits<double>::quiet_NaN();
  return boost::math::quantile(boost::math::students_t_distribution<double, Policy>(df), p);
}
